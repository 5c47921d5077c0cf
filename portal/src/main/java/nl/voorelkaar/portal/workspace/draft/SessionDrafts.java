package nl.voorelkaar.portal.workspace.draft;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Typed;
import nl.voorelkaar.portal.ui.Words;

/**
 * Keeps what a professional types until it is saved: a reload, a link that was touched or another page in between takes nothing
 * away. In memory and in this session only, because it is about a resident and in no dossier yet: it ends with the session, and
 * nobody else can read it.
 */
@SpringComponent
@VaadinSessionScope
@Face.OnWorkspace
public class SessionDrafts {

    private static final int MOST = 40;

    private final Map<String, Text> typed = new LinkedHashMap<>();

    /** @param basedOn what was on the screen when it was typed */
    private record Text(int basedOn, Map<String, String> fields) {

        @Override
        public String toString() {
            return "Text[redacted]";
        }
    }

    SessionDrafts() {}

    /**
     * Follows these fields from now on. What was typed in them before is put back; when the text was changed by somebody else
     * meanwhile it is shown above the form, and the fields stay as they are.
     *
     * @param form the same for the same form about the same thing
     * @param basedOn the version of what is being changed
     * @return to stand above the form
     */
    public Component keep(String form, int basedOn, Map<String, ? extends Typed> fields) {
        var before = Optional.ofNullable(typed.get(form));
        var back = before.filter(text -> text.basedOn() == basedOn);
        back.ifPresent(text ->
                fields.forEach((name, field) -> field.type(text.fields().getOrDefault(name, field.typed()))));
        fields.values().forEach(field -> field.whileTyping(() -> put(form, basedOn, fields)));
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

    private void put(String form, int basedOn, Map<String, ? extends Typed> fields) {
        var now = new LinkedHashMap<String, String>();
        fields.forEach((name, field) -> now.put(name, field.typed()));
        typed.remove(form);
        typed.put(form, new Text(basedOn, now));
        if (typed.size() > MOST) {
            typed.remove(typed.keySet().iterator().next());
        }
    }

    /** It was saved, or thrown away. */
    public void done(String form) {
        typed.remove(form);
    }

    @Override
    public String toString() {
        return "SessionDrafts[" + typed.size() + "]";
    }
}
