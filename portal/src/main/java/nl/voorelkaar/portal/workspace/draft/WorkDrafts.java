package nl.voorelkaar.portal.workspace.draft;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Typed;
import nl.voorelkaar.portal.ui.Words;
import org.springframework.stereotype.Service;

/**
 * Keeps what a professional types until it is saved: a reload, another page in between, or a session that ended takes
 * nothing away. In memory only, because it is about a resident and in no dossier yet: for a working day, for this
 * person only, and only on a page that still opens for them.
 *
 * <p>Not guaranteed: that it is there after a restart, or on another node.
 */
@Service
@Face.OnWorkspace
public class WorkDrafts {

    /** As long as a session can last at most; then it is forgotten. */
    public static final Duration KEPT = Duration.ofHours(8);

    /** Of one person. */
    private static final int MOST = 40;

    private final SignedIn signedIn;
    private final Clock clock;
    private final Map<PartyId, Map<String, Text>> typed = new HashMap<>();

    /** @param basedOn what was on the screen when it was typed */
    private record Text(int basedOn, Map<String, String> fields, Instant at) {

        @Override
        public String toString() {
            return "Text[redacted]";
        }
    }

    WorkDrafts(SignedIn signedIn, Clock clock) {
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /**
     * Follows these fields from now on. What was typed in them before is put back; when the text was changed by
     * somebody else meanwhile it is shown above the form, and the fields stay as they are.
     *
     * @param form the same for the same form about the same thing
     * @param basedOn the version of what is being changed
     * @return to stand above the form
     */
    public Component keep(String form, int basedOn, Map<String, ? extends Typed> fields) {
        var owner = signedIn.professional().id();
        var before = find(owner, form);
        var back = before.filter(text -> text.basedOn() == basedOn);
        back.ifPresent(text ->
                fields.forEach((name, field) -> field.type(text.fields().getOrDefault(name, field.typed()))));
        fields.values().forEach(field -> field.whileTyping(() -> put(owner, form, basedOn, fields)));
        if (before.isPresent() && back.isEmpty()) {
            var notice = new Notice(Tone.WARN, Words.say("workspace.draft.overtaken")).spoken();
            before.get().fields().values().stream()
                    .filter(text -> !text.isBlank())
                    .forEach(text -> notice.with(own(text)));
            notice.setTestId("typed-overtaken");
            return notice;
        }
        var notice = new Notice(Tone.INFO, Words.say("workspace.draft.back")).spoken();
        notice.setTestId("typed-back");
        notice.setVisible(back.isPresent());
        return notice;
    }

    private static Component own(String text) {
        var own = new Paragraph(text);
        own.addClassName("ve-text");
        return own;
    }

    private synchronized Optional<Text> find(PartyId owner, String form) {
        var tooOld = clock.instant().minus(KEPT);
        typed.values()
                .forEach(texts -> texts.values().removeIf(text -> !text.at().isAfter(tooOld)));
        typed.values().removeIf(Map::isEmpty);
        return Optional.ofNullable(typed.getOrDefault(owner, Map.of()).get(form));
    }

    private synchronized void put(PartyId owner, String form, int basedOn, Map<String, ? extends Typed> fields) {
        var now = new LinkedHashMap<String, String>();
        fields.forEach((name, field) -> now.put(name, field.typed()));
        var texts = typed.computeIfAbsent(owner, ignored -> new LinkedHashMap<>());
        texts.remove(form);
        texts.put(form, new Text(basedOn, now, clock.instant()));
        if (texts.size() > MOST) {
            texts.remove(texts.keySet().iterator().next());
        }
    }

    /** It was saved, or thrown away. */
    public synchronized void done(String form) {
        typed.getOrDefault(signedIn.professional().id(), new HashMap<>()).remove(form);
    }

    @Override
    public synchronized String toString() {
        return "WorkDrafts[" + typed.size() + "]";
    }
}
