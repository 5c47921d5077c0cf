package nl.voorelkaar.drill.site;

import java.io.IOException;

/** Between a machine and the others. Cut, nothing comes through any more, and nobody is told. */
public interface Cable {

    void cut() throws IOException;

    void mend() throws IOException;
}
