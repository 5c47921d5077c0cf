package nl.voorelkaar.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What the product sent, as the stand-in's mailbox holds it. */
final class Post {

    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final List<String[]> fields = new ArrayList<>();

    private Post(String json) {
        var matcher = FIELD.matcher(json);
        while (matcher.find()) {
            fields.add(new String[] {matcher.group(1), matcher.group(2).translateEscapes()});
        }
    }

    static Post of(Product product) {
        return new Post(product.post());
    }

    List<String> bodies() {
        return named("text");
    }

    List<String> subjects() {
        return named("subject");
    }

    List<String> addresses() {
        return named("to");
    }

    private List<String> named(String name) {
        return fields.stream()
                .filter(field -> field[0].equals(name))
                .map(field -> field[1])
                .toList();
    }
}
