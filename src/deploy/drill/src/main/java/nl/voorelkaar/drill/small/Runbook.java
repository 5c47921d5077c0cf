package nl.voorelkaar.drill.small;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A page for an operator. Its commands are the blocks fenced as {@code bash} and who runs them, under a heading of the
 * second level.
 */
final class Runbook {

    private static final Pattern HEADING = Pattern.compile("## (.+)");
    private static final Pattern STEP = Pattern.compile("(\\d+)\\. (?:\\*\\*)?([^*.:]+).*");
    private static final Pattern BEGIN = Pattern.compile("( *)```bash (\\w+)");

    private final List<String> lines;
    private final String name;

    private Runbook(String name, List<String> lines) {
        this.name = name;
        this.lines = lines;
    }

    static Runbook read(Path file) throws IOException {
        return new Runbook(file.getFileName().toString(), Files.readAllLines(file));
    }

    /**
     * One block.
     *
     * @param step where it stands: the number and the first words, or the heading
     * @param by who runs it
     */
    record Command(String step, String by, String script) {}

    /** @throws IllegalArgumentException when there is no such heading, or no command under it */
    List<Command> under(String heading) {
        var commands = new ArrayList<Command>();
        var inside = false;
        var step = heading;
        for (var number = 0; number < lines.size(); number++) {
            var line = lines.get(number);
            var begin = BEGIN.matcher(line);
            if (HEADING.matcher(line).matches()) {
                inside = line.substring(3).equals(heading);
            } else if (inside && STEP.matcher(line).matches()) {
                var words = STEP.matcher(line);
                words.matches();
                step = words.group(1) + ". " + words.group(2).strip();
            } else if (begin.matches()) {
                var script = new StringBuilder();
                while (!lines.get(++number).strip().equals("```")) {
                    script.append(lines.get(number)
                                    .replaceFirst("^ {0," + begin.group(1).length() + "}", ""))
                            .append('\n');
                }
                if (inside) {
                    commands.add(new Command(step, begin.group(2), script.toString()));
                }
            }
        }
        if (commands.isEmpty()) {
            throw new IllegalArgumentException(name + " has no command under " + heading);
        }
        return commands;
    }
}
