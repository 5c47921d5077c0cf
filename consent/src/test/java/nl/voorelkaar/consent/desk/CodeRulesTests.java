package nl.voorelkaar.consent.desk;

import static nl.voorelkaar.consent.DeskAct.State.BEVESTIGD;
import static nl.voorelkaar.consent.DeskAct.State.INGETROKKEN;
import static nl.voorelkaar.consent.DeskAct.State.NIET_MOGELIJK;
import static nl.voorelkaar.consent.DeskAct.State.OPGESCHREVEN;
import static nl.voorelkaar.consent.DeskAct.State.UITGEVOERD;
import static nl.voorelkaar.consent.DeskAct.State.VERVALLEN;
import static nl.voorelkaar.consent.DeskAct.State.WACHT_OP_CODE;
import static nl.voorelkaar.consent.DeskAct.State.WACHT_OP_GEMACHTIGDE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import nl.voorelkaar.consent.Desk;
import nl.voorelkaar.consent.DeskAct.State;
import nl.voorelkaar.consent.DeskRefused.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** When a code from a letter counts: one row a case, and one sentence for each refusal. */
class CodeRulesTests {

    private static final Instant END = Instant.parse("2026-10-19T07:00:00Z");
    private static final Instant BEFORE = END.minusNanos(1);

    static Stream<Arguments> cases() {
        return Stream.of(
                row("the right code in time", WACHT_OP_CODE, 0, BEFORE, true, null),
                row("the right code at the last try", WACHT_OP_CODE, Desk.TRIES - 1, BEFORE, true, null),
                row("a wrong code", WACHT_OP_CODE, 0, BEFORE, false, Reason.CODE_WRONG),
                row(
                        "the right code after five wrong ones",
                        WACHT_OP_CODE,
                        Desk.TRIES,
                        BEFORE,
                        true,
                        Reason.TOO_MANY_TRIES),
                row("at the moment that it ends", WACHT_OP_CODE, 0, END, true, Reason.CODE_EXPIRED),
                row("a wrong code after the end", WACHT_OP_CODE, 0, END, false, Reason.CODE_EXPIRED),
                row("before there is a code", OPGESCHREVEN, 0, BEFORE, false, Reason.CODE_WRONG),
                row("before the carer accepted", WACHT_OP_GEMACHTIGDE, 0, BEFORE, false, Reason.CODE_WRONG),
                row("twice", BEVESTIGD, 0, BEFORE, true, Reason.CODE_USED),
                row("after it was done", UITGEVOERD, 0, BEFORE, true, Reason.CODE_USED),
                row("after it turned out impossible", NIET_MOGELIJK, 0, BEFORE, true, Reason.CODE_USED),
                row("a wrong one after it was done", UITGEVOERD, 0, BEFORE, false, Reason.NO_LONGER_OPEN),
                row("of an act that lapsed", VERVALLEN, 0, END, true, Reason.CODE_EXPIRED),
                row("of an act that was guessed at", VERVALLEN, Desk.TRIES, BEFORE, true, Reason.NO_LONGER_OPEN),
                row("of an act that was called off", INGETROKKEN, 0, BEFORE, true, Reason.NO_LONGER_OPEN));
    }

    private static Arguments row(
            String name,
            State state,
            int wrong,
            Instant now,
            boolean same,
            @org.jspecify.annotations.Nullable Reason reason) {
        return Arguments.of(name, state, wrong, now, same, Optional.ofNullable(reason));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void saysWhetherItCounts(
            String name, State state, int wrong, Instant now, boolean same, Optional<Reason> expected) {
        assertThat(CodeRules.refusal(state, wrong, Optional.of(END), now, same)).isEqualTo(expected);
    }
}
