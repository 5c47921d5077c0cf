package nl.voorelkaar.drill.ground;

import java.nio.file.Path;

/**
 * Where a drill is done.
 *
 * @param folder that it may fill; what an earlier run left there is gone
 * @param files the folder {@code src/deploy}: the configuration that an operator uses, and every drill as it is
 * @param product the packaged product
 * @param localClassPath of the local environment, without the product itself
 * @param quick fewer times, to see that it works
 * @param findings of all drills together
 */
public record Ground(Path folder, Path files, Path product, String localClassPath, boolean quick, Findings findings) {

    /** The same in a folder of its own. */
    public Ground in(String name) {
        return new Ground(folder.resolve(name), files, product, localClassPath, quick, findings);
    }
}
