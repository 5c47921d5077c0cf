package nl.voorelkaar.drill.site;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import nl.devservices.local.ProductFiles;
import nl.voorelkaar.drill.ground.Ground;

/**
 * A packaged product.
 *
 * @param product the jar
 * @param addition what the local environment of the same build adds to its faces; empty: ours
 */
public record Build(Path product, Optional<Path> addition) {

    /** The one that the drill was given. */
    public static Build ofToday(Ground ground) {
        return new Build(ground.product(), Optional.empty());
    }

    /** Laid out as files, once. @param folder in which each build gets one of its own */
    public Program unpacked(Path folder, Path logs) throws IOException {
        var own = folder.resolve("app-" + Integer.toHexString(hashCode()));
        return new Program(ProductFiles.of(product, own, logs), addition);
    }
}
