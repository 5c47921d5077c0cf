package nl.voorelkaar.portal.workspace.cases;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import nl.voorelkaar.dossier.decision.Aanvraag;
import nl.voorelkaar.dossier.decision.BesluitType;
import nl.voorelkaar.dossier.procedure.ProcedureHead;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.WorkspacePaths;

/** What is said of a case by its head alone: what it is, how far, until when, and where it is opened. */
public final class CaseWords {

    /** From this many days before the end a term stands out. */
    public static final int SOON_DAYS = Aanvraag.WARNING_DAYS;

    private CaseWords() {}

    /** How much time there is; how it weighs is told by words and by colour. */
    public record Due(String words, Tone tone) {}

    static String key(ProcedureKind kind) {
        return switch (kind) {
            case ONDERZOEK -> "inquiry";
            case BEZWAAR -> "objection";
            case KLACHT -> "complaint";
            default -> kind.name().toLowerCase(Locale.ROOT);
        };
    }

    /** As in "Bezwaar". */
    public static String what(ProcedureHead head) {
        return Words.say("procedure." + head.kind().name().toLowerCase(Locale.ROOT));
    }

    public static String state(ProcedureHead head) {
        return Words.say(
                "workspace." + key(head.kind()) + ".state." + head.state().toLowerCase(Locale.ROOT));
    }

    /** The list that it stands in. */
    public static String list(ProcedureKind kind) {
        return switch (kind) {
            case ONDERZOEK -> WorkspacePaths.INQUIRIES;
            case BEZWAAR -> WorkspacePaths.OBJECTIONS;
            case KLACHT -> WorkspacePaths.COMPLAINTS;
            case PLAN, OPSCHALING -> WorkspacePaths.PLAN;
            case VERZOEK -> WorkspacePaths.PRIVACY;
            default -> WorkspacePaths.DECISIONS;
        };
    }

    /** The page of the case; a plan is opened by its dossier, so that one leads to the list. */
    public static String path(ProcedureHead head) {
        var list = "/" + list(head.kind());
        return switch (head.kind()) {
            case PLAN, OPSCHALING -> list;
            case VERZOEK -> list + "?verzoek=" + head.id();
            default -> list + "/" + head.id();
        };
    }

    /**
     * Whether its last day is one on which the municipality must have acted. The last day to object is the resident's.
     */
    public static boolean ourTerm(ProcedureHead head) {
        return switch (head.kind()) {
            case ONDERZOEK, AANVRAAG, BEZWAAR, KLACHT, VERZOEK -> head.due().isPresent() && !head.closed();
            case BESLUIT -> resend(head);
            case PLAN, BEZORGING, KLAARGEZET, KLAARGEZET_PLAN, OPSCHALING -> false;
        };
    }

    /** Whether a decision did not arrive: sending it again has no term, and no time to lose (Awb 2:11). */
    private static boolean resend(ProcedureHead head) {
        return head.state().equals(BesluitType.NOT_DELIVERED);
    }

    /**
     * Whether its last day is the resident's, to supply what is missing; the municipality's own term stands still then.
     */
    private static boolean supplying(ProcedureHead head) {
        return head.kind() == ProcedureKind.AANVRAAG && head.state().equals(Aanvraag.State.ONVOLLEDIG.name());
    }

    public static boolean over(ProcedureHead head, LocalDate today) {
        return ourTerm(head) && !supplying(head) && !resend(head) && passed(head, today);
    }

    /** Whether it asks for something now: it ends within ten days, or the time of the resident is over. */
    public static boolean soon(ProcedureHead head, LocalDate today) {
        if (!ourTerm(head) || over(head, today)) {
            return false;
        }
        if (resend(head)) {
            return true;
        }
        return supplying(head)
                ? passed(head, today)
                : head.due()
                        .filter(due -> ChronoUnit.DAYS.between(today, due) <= SOON_DAYS)
                        .isPresent();
    }

    private static boolean passed(ProcedureHead head, LocalDate today) {
        return head.due().filter(today::isAfter).isPresent();
    }

    public static Optional<Due> due(ProcedureHead head, LocalDate today) {
        return due(key(head.kind()), head, today);
    }

    /** For a list in which it does not matter what kind of case it is. */
    public static Optional<Due> anyDue(ProcedureHead head, LocalDate today) {
        return due("case", head, today);
    }

    private static Optional<Due> due(String key, ProcedureHead head, LocalDate today) {
        var words = "workspace." + (supplying(head) ? "case.supply" : resend(head) ? "case.resend" : key);
        return head.due().filter(_ -> !head.closed()).map(due -> {
            var passed = due.isBefore(today);
            return new Due(
                    Words.say(words + (passed ? ".due.passed" : ".due"), Dates.day(due), Dates.left(today, due)),
                    over(head, today) ? Tone.BAD : soon(head, today) ? Tone.WARN : Tone.QUIET);
        });
    }
}
