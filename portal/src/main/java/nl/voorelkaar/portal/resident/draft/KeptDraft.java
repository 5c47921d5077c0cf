package nl.voorelkaar.portal.resident.draft;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableSupplier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.dossier.Draft;
import nl.voorelkaar.dossier.DraftId;
import nl.voorelkaar.dossier.DraftRefused;
import nl.voorelkaar.dossier.Drafts;
import nl.voorelkaar.dossier.FormKey;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Toast;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Typed;
import nl.voorelkaar.portal.ui.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The draft of one form on one screen: keeps what is typed, and offers what was typed before and not saved. The number
 * of the draft is in the address of the page, so that the same page, shown again by a reload, in another language or
 * with the back button, goes on where it was. Trouble with drafts never stands in the way of the form itself.
 */
public final class KeptDraft extends Div {

    static final String ADDRESS = "concept";

    private static final Logger LOG = LoggerFactory.getLogger(KeptDraft.class);

    /** Offered at once; the others come when these are dealt with. */
    private static final int MOST_OFFERED = 3;

    private final transient Drafts drafts;
    private final transient Actor.Resident actor;
    private final SerializableSupplier<DraftId> ids;
    private final transient FormKey form;
    private final transient Map<String, Typed> fields;
    private final Div offers = new Div();
    private final Paragraph status = new Paragraph();
    private String page = "";
    private transient Optional<Integer> shown;
    private transient Map<String, String> untouched = Map.of();
    private transient Draft mine;
    private boolean listening;
    private boolean filling;
    private boolean unkept;
    private boolean done;

    KeptDraft(
            Drafts drafts,
            Actor.Resident actor,
            SerializableSupplier<DraftId> ids,
            FormKey form,
            Optional<Integer> version,
            Map<String, Typed> fields) {
        this.drafts = drafts;
        this.actor = actor;
        this.ids = ids;
        this.form = form;
        this.fields = fields;
        this.shown = version;
        this.mine = Draft.begun(ids.get(), form, page, version);
        offers.addClassName("ve-stack");
        offers.setVisible(false);
        status.setText(Words.say("draft.status"));
        status.addClassNames("ve-soft", "ve-small", "ve-no-print");
        status.setTestId("draft-status");
        addClassName("ve-drafts");
        add(offers, status);
    }

    /** The line that says what is kept; stands in here, unless it is put somewhere better. */
    public Component status() {
        return status;
    }

    /**
     * The version on which the typed text is based: that of the screen, or an older one that came back with a draft.
     */
    public int basedOn() {
        return mine.basedOn().orElseThrow();
    }

    /** The person saw the newer version; what is typed now is meant to follow that one. */
    public void basedOn(int version) {
        shown = Optional.of(version);
        mine = mine.on(version);
    }

    /** The form was saved, or its text is not wanted any more. */
    public void done() {
        done = true;
        unkept = false;
        quietly(() -> drafts.discard(actor, mine.id()));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        if (listening) {
            return;
        }
        listening = true;
        untouched = typed();
        page = attached.getUI().getActiveViewLocation().getPath();
        mine = begun(shown);
        fields.values().forEach(field -> field.whileTyping(this::keep));
        var asked = asked(attached.getUI());
        quietly(() -> {
            var kept = drafts.of(actor, form);
            kept.stream()
                    .filter(draft -> asked.equals(draft.id().toString()))
                    .findFirst()
                    .ifPresent(this::resume);
            offer(kept);
        });
    }

    /** The last chance, whatever takes this form off the screen. */
    @Override
    protected void onDetach(DetachEvent detached) {
        if (unkept) {
            keep();
        }
    }

    private static String asked(UI ui) {
        return ui.getActiveViewLocation()
                .getQueryParameters()
                .getSingleParameter(ADDRESS)
                .orElse("");
    }

    private Map<String, String> typed() {
        var typed = new LinkedHashMap<String, String>();
        fields.forEach((name, field) -> typed.put(name, field.typed()));
        return typed;
    }

    private void keep() {
        var typed = typed();
        if (done || filling || typed.equals(mine.fields())) {
            return;
        }
        try {
            if (!typed.equals(untouched)) {
                keep(typed);
                say(Words.say("draft.status.kept", Dates.time(mine.keptAt())));
            } else if (mine.version() > 0) {
                drafts.discard(actor, mine.id());
                mine = begun(shown);
                say(Words.say("draft.status"));
            }
            unkept = false;
        } catch (DraftRefused refused) {
            unkept = true;
            say(Words.say(
                    refused.reason() == DraftRefused.Reason.TOO_LARGE
                            ? "draft.status.too-large"
                            : "draft.status.failed"));
        } catch (RuntimeException trouble) {
            unkept = true;
            LOG.error("a draft was not kept: {}", trouble.getClass().getName());
            say(Words.say("draft.status.failed"));
        }
    }

    private void keep(Map<String, String> typed) {
        try {
            mine = drafts.keep(actor, mine.with(typed));
        } catch (DraftRefused refused) {
            if (refused.reason() != DraftRefused.Reason.KEPT_ELSEWHERE) {
                throw refused;
            }
            // Another window goes on with this draft, or threw it away. What stands here gets one of its own.
            mine = drafts.keep(actor, begun(mine.basedOn()).with(typed));
        }
        if (mine.version() == 1) {
            address(mine.id().toString());
        }
    }

    private Draft begun(Optional<Integer> basedOn) {
        return Draft.begun(ids.get(), form, page, basedOn);
    }

    private void say(String words) {
        status.setText(words);
    }

    /** Not a navigation: the person stays on this page and goes on typing. */
    private void address(String id) {
        getElement().executeJs("""
                const address = new URL(location.href);
                if ($0) { address.searchParams.set('%1$s', $0); } else { address.searchParams.delete('%1$s'); }
                history.replaceState(history.state, '', address);
                """.formatted(ADDRESS), id);
    }

    private void resume(Draft draft) {
        fill(draft.fields());
        mine = draft;
        address(draft.id().toString());
        say(Words.say("draft.status.kept", Dates.time(draft.keptAt())));
    }

    private void fill(Map<String, String> texts) {
        filling = true;
        try {
            fields.forEach((name, field) -> {
                var text = texts.get(name);
                if (text != null) {
                    field.type(text);
                }
            });
        } finally {
            filling = false;
        }
    }

    private void offer(List<Draft> kept) {
        offers.removeAll();
        if (kept.stream().anyMatch(draft -> draft.id().equals(mine.id()))) {
            offers.add(resumed());
        }
        kept.stream()
                .filter(draft -> !draft.id().equals(mine.id()))
                .limit(MOST_OFFERED)
                .forEach(draft -> offers.add(offered(draft)));
        offers.setVisible(offers.getChildren().findAny().isPresent());
    }

    private Component resumed() {
        var moment = Dates.moment(mine.keptAt());
        var notice = new Notice(Tone.INFO, Words.say("draft.resumed", moment));
        if (!mine.basedOn().equals(shown)) {
            notice.with(new Paragraph(Words.say("draft.overtaken")));
        }
        notice.with(row(discard(mine))).spoken();
        notice.setTestId("draft-resumed");
        notice.getElement().setAttribute("tabindex", "-1");
        return notice;
    }

    private Component offered(Draft draft) {
        var moment = Dates.moment(draft.keptAt());
        var go = Action.secondary(
                        Words.say("draft.continue"),
                        _ -> quietly(() -> {
                            resume(draft);
                            offer(drafts.of(actor, form));
                            offers.getElement().executeJs("this.querySelector('[tabindex]')?.focus()");
                        }))
                .heard(moment)
                .handle("draft-continue");
        var notice = new Notice(Tone.INFO, Words.say("draft.kept", moment)).with(row(go, discard(draft)));
        notice.setTestId("draft-kept");
        return notice;
    }

    private Action discard(Draft draft) {
        return Action.quiet(
                        Words.say("draft.discard"),
                        _ -> quietly(() -> {
                            // As it stands now: more may have been typed since it was offered.
                            var gone = draft.id().equals(mine.id()) ? mine : draft;
                            drafts.discard(actor, gone.id());
                            if (gone == mine) {
                                fill(untouched);
                                mine = begun(shown);
                                address("");
                                say(Words.say("draft.status"));
                            }
                            offer(drafts.of(actor, form));
                            Toast.show(
                                    Words.say("draft.discarded"),
                                    Words.say("undo"),
                                    () -> quietly(() -> {
                                        drafts.keep(actor, begun(gone.basedOn()).with(gone.fields()));
                                        offer(drafts.of(actor, form));
                                    }));
                        }))
                .heard(Dates.moment(draft.keptAt()))
                .handle("draft-discard");
    }

    private static Div row(Component... parts) {
        var row = new Div(parts);
        row.addClassName("ve-row");
        return row;
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException trouble) {
            LOG.error("drafts are not at hand: {}", trouble.getClass().getName());
        }
    }
}
