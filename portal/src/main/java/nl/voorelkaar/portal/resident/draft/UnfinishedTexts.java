package nl.voorelkaar.portal.resident.draft;

import java.util.List;
import java.util.Optional;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.dossier.Draft;
import nl.voorelkaar.dossier.Drafts;
import nl.voorelkaar.portal.resident.home.Tasks;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The way back to what was typed and not saved, for who was logged out meanwhile. */
@Component
@Face.OnResident
class UnfinishedTexts implements Tasks {

    private static final Logger LOG = LoggerFactory.getLogger(UnfinishedTexts.class);

    /** The others are offered at their forms. */
    private static final int MOST = 3;

    private final Drafts drafts;

    UnfinishedTexts(Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public List<Task> of(Actor.Resident actor) {
        try {
            return drafts.newest(actor, MOST).stream()
                    .map(UnfinishedTexts::task)
                    .toList();
        } catch (RuntimeException trouble) {
            LOG.error("drafts are not at hand: {}", trouble.getClass().getName());
            return List.of();
        }
    }

    private static Task task(Draft draft) {
        return new Task(
                Words.say("draft.task"),
                Words.say("draft.kept", Dates.moment(draft.keptAt())),
                Optional.empty(),
                Words.say("draft.continue"),
                "/" + draft.page() + "?" + KeptDraft.ADDRESS + "=" + draft.id());
    }
}
