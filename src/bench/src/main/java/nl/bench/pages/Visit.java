package nl.bench.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * A page that somebody has open. Counts messages as Vaadin asks; one is on its way at a time. What stands on the page
 * is known until {@link #button}: thousands of visits fit in little memory.
 */
final class Visit {

    private static final int ROOT = 1;

    /** Of elements and texts, as Vaadin numbers what it knows of a node. */
    private static final int TAG = 0;

    private static final int CHILDREN = 2;
    private static final int TEXT = 7;

    private static final Map<String, Object> MOUSE = Map.of(
            "event.button", 0,
            "event.detail", 1,
            "event.clientX", 10,
            "event.clientY", 10,
            "event.screenX", 10,
            "event.screenY", 10,
            "event.altKey", false,
            "event.ctrlKey", false,
            "event.metaKey", false,
            "event.shiftKey", false);

    private final Visitor visitor;
    private final String screen;
    private final String token;
    private int sync;
    private int count;
    private List<JsonNode> changes;

    private Visit(Visitor visitor, JsonNode config) {
        this.visitor = visitor;
        this.screen = "uidl&v-uiId=" + config.get("v-uiId").asInt();
        var uidl = config.get("uidl");
        this.token = uidl.get("Vaadin-Security-Key").asString();
        this.sync = uidl.get("syncId").asInt();
        this.changes = uidl.get("changes").valueStream().toList();
    }

    /** Takes the page over, as the program in the browser does when it runs. */
    static Visit of(Visitor visitor, String route, JsonNode initial) {
        var visit = new Visit(visitor, initial.get("appConfig"));
        var drawn = visit.event(
                ROOT,
                "ui-navigate",
                Map.of(
                        "route",
                        route,
                        "query",
                        "",
                        "appShellTitle",
                        "",
                        "historyState",
                        Map.of("idx", 0),
                        "trigger",
                        ""));
        var all = new ArrayList<>(visit.changes);
        drawn.path("changes").valueStream().forEach(all::add);
        visit.changes = all;
        return visit;
    }

    /** Whether more than a frame came; before {@link #button}. */
    boolean isDrawn() {
        return changes.size() >= 50;
    }

    /** @return the number of the button that says this */
    int button(String words) {
        var tags = new HashMap<Integer, String>();
        var texts = new HashMap<Integer, String>();
        var parents = new HashMap<Integer, Integer>();
        for (var change : changes) {
            var node = change.path("node").asInt();
            var what = change.path("feat").asInt(-1);
            if (what == TAG && change.path("key").asString("").equals("tag")) {
                tags.put(node, change.get("value").asString());
            } else if (what == TEXT) {
                texts.put(node, change.path("value").asString(""));
            } else if (what == CHILDREN) {
                change.path("addNodes").valueStream().forEach(child -> parents.put(child.asInt(), node));
            }
        }
        changes = List.of();
        return texts.entrySet().stream()
                .filter(text -> text.getValue().strip().equals(words))
                .flatMapToInt(text -> IntStream.iterate(text.getKey(), parents::containsKey, parents::get)
                        .map(parents::get))
                .filter(node -> "button".equals(tags.get(node)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no button says " + words));
    }

    /**
     * @param effect what the answer must say
     * @throws IllegalStateException when it does not
     */
    void click(int button, String effect) {
        var answer = event(button, "click", MOUSE).toString();
        if (!answer.contains(effect)) {
            throw new IllegalStateException("a click did nothing: " + answer);
        }
    }

    void leave() {
        visitor.call(screen, message(List.of(), Map.of("UNLOAD", true)));
    }

    private JsonNode event(int node, String name, Map<String, Object> data) {
        var body = message(List.of(Map.of("type", "event", "node", node, "event", name, "data", data)), Map.of());
        var answer = Visitor.JSON.readTree(visitor.call(screen, body).replaceFirst("^for\\(;;\\);", ""));
        var told = answer.isArray() ? answer.get(0) : answer;
        if (told.path("meta").has("appError") || told.path("meta").has("sessionExpired") || !told.has("syncId")) {
            throw new IllegalStateException("refused: " + told.path("meta"));
        }
        sync = told.get("syncId").asInt();
        return told;
    }

    private String message(List<Object> calls, Map<String, Object> more) {
        var message = new HashMap<>(more);
        message.put("csrfToken", token);
        message.put("rpc", calls);
        message.put("syncId", sync);
        message.put("clientId", count++);
        return Visitor.JSON.writeValueAsString(message);
    }
}
