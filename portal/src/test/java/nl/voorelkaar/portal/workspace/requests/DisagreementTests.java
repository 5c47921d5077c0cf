package nl.voorelkaar.portal.workspace.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.util.UUID;
import nl.voorelkaar.consent.Answers;
import nl.voorelkaar.consent.RequestId;
import nl.voorelkaar.portal.workspace.AtDesk;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import org.junit.jupiter.api.Test;

/** Parents who differ are a task for who asked. */
class DisagreementTests extends AtDesk {

    @Test
    void whoAskedHearsThatParentsDifferAndTicksItOffAfterSpeakingWithThem() {
        desk.differing.add(new Answers.Disagreement(
                desk.fatima, new RequestId(UUID.randomUUID()), desk.clock().instant()));
        UI.getCurrent().navigate(WorkspacePaths.REQUESTS);
        roundTrip();
        assertThat(textOf("disagreement")).contains("niet eens", "U kunt niets lezen", "kies geen partij");

        press("disagreement-settle");

        assertThat(sees("disagreement")).isFalse();
        assertThat(desk.differing).isEmpty();
    }
}
