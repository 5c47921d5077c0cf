package nl.voorelkaar.drill.ground;

import java.io.IOException;

/**
 * One thing that breaks, or is brought back. It says what it found in {@link Findings} while it goes on; a promise that
 * does not hold is a finding too, so that those after it are still done.
 */
public interface Exercise {

    /** @throws IOException, IllegalStateException when it cannot be done at all: then nothing is known */
    void run() throws IOException;
}
