package nl.voorelkaar.portal.hook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import tools.jackson.databind.json.JsonMapper;

/**
 * One thing that a program has yet to hear.
 *
 * @param resident is never sent
 * @param about the id of a question or of an opening, as the event says
 */
record HookMessage(UUID id, ResidentId resident, PartyId to, HookEvent event, UUID about, Instant at) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The same at every try, without a dot in it. */
    String name() {
        return "msg_" + id;
    }

    /** The body: kind, moment and one id. */
    byte[] body() {
        var message = JSON.createObjectNode().put("type", event.type()).put("timestamp", at.toString());
        message.putObject("data").put(event.about(), about.toString());
        return JSON.writeValueAsString(message).getBytes(StandardCharsets.UTF_8);
    }
}
