package nl.voorelkaar.drill.site;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nl.devservices.local.ProductFiles;

/** What a node runs. */
public final class Program {

    private final ProductFiles files;
    private final Optional<Path> addition;

    Program(ProductFiles files, Optional<Path> addition) {
        this.files = files;
        this.addition = addition;
    }

    /** The command line of a face. @param option one more for the JVM; none when empty */
    public List<String> face(String option) {
        var command = files.face(option);
        addition.ifPresent(other -> {
            var classPath = command.indexOf("-cp") + 1;
            var parts = command.get(classPath).split(File.pathSeparator);
            parts[parts.length - 1] = other.toString();
            command.set(classPath, String.join(File.pathSeparator, parts));
        });
        return command;
    }
}
