package nl.voorelkaar.drill.site;

import java.io.IOException;

/** What the databases of a site are on. */
interface Databases<D extends Database> extends AutoCloseable {

    /** @param scope its name among others, and of its folder @return when it takes writes */
    D start(String scope, String database) throws IOException;

    @Override
    void close();
}
