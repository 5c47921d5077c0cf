package nl.voorelkaar.drill.small;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.devservices.local.ProductFiles;

/**
 * A packaged product.
 *
 * @param product the jar
 * @param addition what the local environment of the same build adds to its faces; empty: ours
 */
public record Build(Path product, Optional<Path> addition) {

    /** @param folder for its files, of this build only */
    List<String> face(Path folder, Path logs) throws IOException {
        var command = new ArrayList<>(ProductFiles.of(product, folder, logs).face());
        if (addition.isPresent()) {
            var classPath = command.indexOf("-cp") + 1;
            var parts = command.get(classPath).split(File.pathSeparator);
            parts[parts.length - 1] = addition.get().toString();
            command.set(classPath, String.join(File.pathSeparator, parts));
        }
        return command;
    }
}
