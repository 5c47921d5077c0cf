package nl.voorelkaar.portal.access;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One open page of somebody's browser: sends what a page sends, and knows by their handles where the buttons are. */
final class Screen {

    private static final String ROOT = "1";
    private static final String GUARD = "for(;;);";
    private static final String CLICK =
            "{\"event.screenX\":0,\"event.screenY\":0,\"event.clientX\":0,\"event.clientY\":0,"
                    + "\"event.detail\":1,\"event.button\":0,\"event.ctrlKey\":false,\"event.shiftKey\":false,"
                    + "\"event.altKey\":false,\"event.metaKey\":false}";

    private final JsonMapper json = new JsonMapper();
    private final Browser browser;
    private final String address;
    private final Map<String, String> handles = new LinkedHashMap<>();
    private String key = "";
    private int sync;
    private int client;

    /** Opens it, as a browser with an address does. */
    Screen(Browser browser, String path) {
        this.browser = browser;
        var config = json.readTree(browser.getJson("/?v-r=init&location=" + path.substring(1) + "&query=")
                        .body())
                .path("appConfig");
        address = "/?v-r=uidl&v-uiId=" + config.path("v-uiId").asInt();
        key = config.path("uidl").path("Vaadin-Security-Key").asString();
        sync = config.path("uidl").path("syncId").asInt();
        go(path);
    }

    /** @return what the server answers */
    String go(String path) {
        return send(event(
                ROOT,
                "ui-navigate",
                "{\"route\":\"%s\",\"query\":\"\",\"appShellTitle\":\"\",\"historyState\":null,\"trigger\":\"\"}"
                        .formatted(path.substring(1))));
    }

    /** What a click on the button with this handle sends, without sending it. */
    String click(String handle) {
        var node = handles.get(handle);
        if (node == null) {
            throw new AssertionError(handle + " is not on this page: " + handles.keySet());
        }
        return body(event(node, "click", CLICK));
    }

    /** The same call, as one of this page. */
    String mine(String body) {
        return body(json.readTree(body).path("rpc").toString());
    }

    /** The same call with the key of this page, and with the counts that it had. */
    String withMyKey(String body) {
        return body.replaceAll("\"csrfToken\":\"[^\"]*\"", "\"csrfToken\":\"" + key + "\"");
    }

    String send(String body) {
        var answer = browser.post(address, "application/json", body.startsWith("[") ? body(body) : body)
                .body();
        var told = json.readTree(answer.startsWith(GUARD) ? answer.substring(GUARD.length()) : answer);
        learn(told.isArray() ? told.path(0) : told);
        return answer;
    }

    private void learn(JsonNode answer) {
        if (answer.path("syncId").asInt(-1) < 0) {
            return;
        }
        sync = answer.path("syncId").asInt();
        client = answer.path("clientId").asInt();
        answer.path("changes")
                .valueStream()
                .filter(change -> change.path("key").asString("").equals("data-testid"))
                .forEach(change -> handles.put(
                        change.path("value").asString(), change.path("node").toString()));
    }

    private String body(String rpc) {
        return "{\"csrfToken\":\"%s\",\"rpc\":%s,\"syncId\":%d,\"clientId\":%d}".formatted(key, rpc, sync, client);
    }

    private static String event(String node, String event, String data) {
        return "[{\"type\":\"event\",\"node\":%s,\"event\":\"%s\",\"data\":%s}]".formatted(node, event, data);
    }
}
