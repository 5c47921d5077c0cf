package nl.voorelkaar.portal.resident.dossier;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Zone;
import nl.voorelkaar.dossier.Dossiers;
import nl.voorelkaar.dossier.Entry;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.DossierReading;
import nl.voorelkaar.portal.ui.Toast;
import nl.voorelkaar.portal.ui.Words;

/** Entries with what their owner can do with them. */
final class OwnEntries {

    private final Dossiers dossiers;
    private final Actor.Resident actor;
    private final Runnable changed;

    /** @param changed shows the page again after something was taken away or brought back */
    OwnEntries(Dossiers dossiers, Actor.Resident actor, Runnable changed) {
        this.dossiers = dossiers;
        this.actor = actor;
        this.changed = changed;
    }

    static boolean own(Entry entry) {
        return entry.writtenBy().isEmpty() && entry.section().zone() == Zone.MIJN_DEEL;
    }

    static String path(Entry entry) {
        return "/mijn/dossier/bericht/" + entry.id();
    }

    Article card(Entry entry) {
        return acting(entry, DossierReading.own(entry));
    }

    /** The same under the heading of a section. */
    Article cardBelow(Entry entry) {
        return acting(entry, DossierReading.ownBelow(entry));
    }

    private Article acting(Entry entry, Article card) {
        var acts = new Div();
        acts.addClassName("ve-entry-actions");
        if (own(entry)) {
            acts.add(act(entry, "dossier.edit", "entry-edit"), remove(entry));
        } else {
            acts.add(act(entry, "dossier.open", "entry-open"));
        }
        card.add(acts);
        return card;
    }

    private static Component act(Entry entry, String key, String handle) {
        var words = entry.document().isPresent() ? Words.say("dossier.open-file") : Words.say(key);
        return ActionLink.quiet(path(entry), words).heard(entry.title()).handle(handle);
    }

    private Component remove(Entry entry) {
        return Action.quiet(Words.say("dossier.remove"), _ -> {
                    dossiers.remove(actor, actor.id(), entry.id());
                    changed.run();
                    Toast.show(Words.say("dossier.removed", entry.title()), Words.say("undo"), () -> {
                        dossiers.undoRemove(actor, actor.id(), entry.id());
                        changed.run();
                        Toast.show(Words.say("dossier.back", entry.title()));
                    });
                })
                .heard(entry.title())
                .handle("entry-remove");
    }
}
