package nl.voorelkaar.portal.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.Channel;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.Ground;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.Judgement;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.NoHearing;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.Side;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.Whom;
import nl.voorelkaar.dossier.complaint.ComplaintRefusal;
import nl.voorelkaar.dossier.complaint.Klacht.State;
import org.junit.jupiter.api.Test;

/** The words of a complaint whose keys a state or a step completes. */
class ComplaintWordsTests {

    private static final String STEPS = "tell-accused begin-informally propose plan-hearing hear-resident hear-accused "
            + "accused-declined advise settle add find-accused waive-hearing adviser extend ask-delay forward leave-aside";
    private static final String VERBS = "file confirm add find-accused tell-accused begin-informally propose satisfied "
            + "not-satisfied leave-aside forward plan-hearing waive-hearing hear accused-declined adviser advise extend "
            + "ask-delay agree-delay decline-delay withdraw settle term-passed ready send sending-failed open";

    @Test
    void everyStateReasonAndJudgementHasWords() {
        said("klacht.state.", low(State.values()));
        said("workspace.complaint.state.", low(State.values()));
        said("klacht.ground.", low(Ground.values()));
        said("klacht.judgement.", low(Judgement.values()));
        said("workspace.complaint.no-hearing.", low(NoHearing.values()));
        said("workspace.complaint.did.heard.", low(Side.values()));
        said("klacht.step.", Stream.of("ingediend", "bevestigd", "horen", "afgedaan"));
        said("klacht.task.", Stream.of("informeel", "informeel.what", "horen", "horen.what"));
        said("klacht.", Stream.of("add.send", "not-satisfied.send"));
        said("klacht.channel.", low(Channel.values()));
        said("workspace.complaint.channel.", low(Channel.values()));
        said("workspace.complaint.register.", low(Whom.values()));
    }

    @Test
    void everyRefusalSaysWhy() {
        said("refused.", Arrays.stream(ComplaintRefusal.values()).map(ComplaintRefusal::key));
    }

    @Test
    void everyStepSaysWhatItDoesAndWhatHappened() {
        said("log.step.klacht.", Stream.of(VERBS.split(" ")));
        for (var step : STEPS.split(" ")) {
            said("workspace.complaint." + step, Stream.of("", ".about", ".send"));
        }
    }

    private static Stream<String> low(Enum<?>[] values) {
        return Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT));
    }

    private static void said(String before, Stream<String> endings) {
        assertThat(endings.map(ending -> before + ending)).allSatisfy(key -> {
            assertThat(Words.find(Words.DUTCH, key)).as(key).isPresent();
            assertThat(Words.find(Locale.ENGLISH, key)).as(key).isPresent();
        });
    }
}
