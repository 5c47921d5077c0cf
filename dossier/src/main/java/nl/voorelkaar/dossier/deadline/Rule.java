package nl.voorelkaar.dossier.deadline;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The terms, all of them. Each row says whose term it is, what starts it, how long it is and by which article, whether
 * free days move its end, and what can happen to it on the way.
 *
 * <p>What is due "as soon as possible" (Awb 2:11, Wmo 5.3.2) has no last day and is not here. Telling that a decision
 * will be late (Awb 4:14) is due before the term of that decision ends: it has that deadline.
 */
public enum Rule {
    /** Objecting to a decision. From the day it was made known. */
    OBJECTION("bezwaar", Owner.RESIDENT, Event.ANNOUNCED, Length.weeks(6), Article.awb("6:7", 0), Regime.TERMS_ACT),
    /** Going to court against a decision on an objection. */
    APPEAL("beroep", Owner.RESIDENT, Event.ANNOUNCED, Length.weeks(6), Article.awb("6:7", 0), Regime.TERMS_ACT),
    /**
     * An objection by post that was posted in time: the last day on which it may arrive. From the last day of the term.
     */
    POST("post", Owner.RESIDENT, Event.TERM_ENDED, Length.weeks(1), Article.awb("6:9", 2), Regime.TERMS_ACT),
    /** Deciding on an objection. From the last day of the time to object, not from receipt. */
    DECISION_ON_OBJECTION(
            "beslissing-op-bezwaar",
            Owner.BODY,
            Event.OBJECTION_TERM_ENDED,
            Length.weeks(6),
            Article.awb("7:10", 1),
            Regime.TERMS_ACT),
    /** The inquiry after a report. */
    INQUIRY("onderzoek", Owner.BODY, Event.REPORTED, Length.weeks(6), Article.wmo("2.3.2", 1), Regime.TERMS_ACT),
    /** Handing in one's own plan. */
    OWN_PLAN(
            "persoonlijk-plan",
            Owner.RESIDENT,
            Event.REPORTED,
            Length.days(7),
            Article.wmo("2.3.2", 2),
            Regime.TERMS_ACT),
    /** Deciding on an application under the Wmo 2015. */
    WMO_DECISION(
            "beschikking-wmo", Owner.BODY, Event.APPLIED, Length.weeks(2), Article.wmo("2.3.5", 2), Regime.TERMS_ACT),
    /** Deciding on an application where no law sets a term, as for youth help: in any case within eight weeks. */
    DECISION_8_WEEKS(
            "beschikking-8-weken",
            Owner.BODY,
            Event.APPLIED,
            Length.weeks(8),
            Article.awb("4:13", 2),
            Regime.TERMS_ACT),
    /** Telling that an application is not processed. From the day it was supplied or the time to supply ran out. */
    NOT_PROCESSED(
            "niet-in-behandeling",
            Owner.BODY,
            Event.SUPPLY_ENDED,
            Length.weeks(4),
            Article.awb("4:5", 4),
            Regime.TERMS_ACT),
    /** The two weeks after a notice of default, before each day costs money. See also {@link Deadlines#penalty}. */
    DEFAULT_NOTICE(
            "dwangsom", Owner.BODY, Event.DEFAULT_NOTICED, Length.weeks(2), Article.awb("4:17", 3), Regime.TERMS_ACT),
    /** Fixing the penalty. From the last day that it ran. */
    PENALTY_DECISION(
            "dwangsom-vaststellen",
            Owner.BODY,
            Event.PENALTY_ENDED,
            Length.weeks(2),
            Article.awb("4:18", 1),
            Regime.TERMS_ACT),
    /** How long to wait, after a notice of default, before going to court because there is no decision. */
    NO_DECISION_APPEAL(
            "beroep-niet-tijdig",
            Owner.BODY,
            Event.DEFAULT_NOTICED,
            Length.weeks(2),
            Article.awb("6:12", 2),
            Regime.TERMS_ACT),
    /** Dealing with a complaint. */
    COMPLAINT("klacht", Owner.BODY, Event.COMPLAINED, Length.weeks(6), Article.awb("9:11", 1), Regime.TERMS_ACT),
    /** Telling that a complaint is not dealt with. */
    COMPLAINT_REFUSED(
            "klacht-niet-in-behandeling",
            Owner.BODY,
            Event.COMPLAINED,
            Length.weeks(4),
            Article.awb("9:8", 3),
            Regime.TERMS_ACT),
    /** Asking the ombudsman to look into it, after the outcome of a complaint. */
    OMBUDSMAN("ombudsman", Owner.RESIDENT, Event.SETTLED, Length.years(1), Article.awb("9:24", 1), Regime.FIXED),
    /** Destroying data of the Wmo file at the resident's written request. */
    ERASURE("vernietigen", Owner.BODY, Event.REQUESTED, Length.months(3), Article.wmo("5.3.5", 0), Regime.TERMS_ACT),
    /** Answering a request under the GDPR: inspection, correction, a copy. */
    ACCESS(
            "inzage",
            Owner.BODY,
            Event.REQUESTED,
            Length.months(1),
            new Article(Article.Law.GDPR, "12", 3),
            Regime.EUROPEAN),
    /** Reporting a breach of personal data to the supervisor. */
    BREACH(
            "datalek",
            Owner.BODY,
            Event.DISCOVERED,
            Length.hours(72),
            new Article(Article.Law.GDPR, "33", 1),
            Regime.FIXED),
    /** Telling by mail or text message that something is in the portal. */
    NOTIFICATION("bericht-melden", Owner.BODY, Event.PLACED, Length.hours(48), Article.awb("2:10", 1), Regime.FIXED),
    /** A temporary provision where help cannot wait: the law says at once, the house says within so many hours. */
    URGENT("spoed", Owner.BODY, Event.REPORTED, Length.hours(24), Article.wmo("2.3.3", 0), Regime.FIXED),
    /** Handing in papers before a hearing: counted back from the hearing. */
    HEARING_PAPERS(
            "stukken-hoorzitting",
            Owner.RESIDENT,
            Event.HEARING,
            Length.days(10),
            Article.awb("7:4", 1),
            Regime.BACKWARDS),
    /** Laying the file open before a hearing: counted back from the hearing. */
    HEARING_FILE(
            "dossier-hoorzitting", Owner.BODY, Event.HEARING, Length.weeks(1), Article.awb("7:4", 2), Regime.BACKWARDS),
    /** Keeping a Wmo file; it is destroyed not before this day. */
    KEEP_WMO("bewaren-wmo", Owner.BODY, Event.CHANGED, Length.years(15), Article.wmo("5.3.4", 0), Regime.FIXED),
    /** Keeping a file about youth help. */
    KEEP_YOUTH(
            "bewaren-jeugd",
            Owner.BODY,
            Event.CHANGED,
            Length.years(20),
            new Article(Article.Law.YOUTH_ACT, "7.3.8", 0),
            Regime.FIXED),
    /** Keeping a file of Veilig Thuis. */
    KEEP_SAFE_HOME(
            "bewaren-veilig-thuis", Owner.BODY, Event.CHANGED, Length.years(20), Article.wmo("5.3.4", 0), Regime.FIXED),
    /** Keeping what CAK and SVB hold. */
    KEEP_PAYMENTS("bewaren-cak-svb", Owner.BODY, Event.CHANGED, Length.years(7), Article.wmo("5.3.4", 0), Regime.FIXED),
    /** Coming back on a signature under a plan: policy, no law. From the last signature. */
    COOLING_OFF("bedenktermijn", Owner.RESIDENT, Event.SIGNED, Length.days(14), Article.POLICY, Regime.POLICY),
    /** Another term in days that a law sets, such as one to mend an objection. */
    OTHER("termijn", Owner.RESIDENT, Event.HAPPENED, Length.days(14), Article.terms("1", 1), Regime.TERMS_ACT);

    /** Whose term it is: who loses something when it passes. */
    public enum Owner {
        RESIDENT,
        /** The municipality. */
        BODY
    }

    /** What starts a term. */
    public enum Event {
        ANNOUNCED,
        TERM_ENDED,
        OBJECTION_TERM_ENDED,
        REPORTED,
        APPLIED,
        SUPPLY_ENDED,
        DEFAULT_NOTICED,
        PENALTY_ENDED,
        COMPLAINED,
        /** The outcome of a complaint was sent. */
        SETTLED,
        REQUESTED,
        DISCOVERED,
        PLACED,
        HEARING,
        CHANGED,
        SIGNED,
        HAPPENED
    }

    /** What can be said about a term besides its start. */
    public enum Option {
        /** A commission advises on the objection (Awb 7:13). */
        COMMITTEE,
        /** Somebody advises on the complaint (Awb 9:14). */
        ADVISER,
        /** The municipality took more time, once. */
        EXTENDED,
        /** All agreed to a later day. */
        AGREED,
        /** The term stood still. */
        SUSPENDED,
        /** The number of days. */
        DAYS,
        /** Whether it moves on from a free day. */
        ROLLS,
        /** The first sending failed. */
        SENT_AGAIN,
        /** The portal did not work. */
        OUTAGE
    }

    enum Regime {
        /** Algemene termijnenwet, within its bounds. */
        TERMS_ACT,
        /** Regulation (EEC, Euratom) 1182/71. */
        EUROPEAN,
        /** The municipality chooses. */
        POLICY,
        /** Ends where it ends. */
        FIXED,
        /** Counted back from a day; free days play no part. */
        BACKWARDS
    }

    private final String code;
    private final Owner owner;
    private final Event event;
    private final Length length;
    private final Article article;
    private final Regime regime;

    Rule(String code, Owner owner, Event event, Length length, Article article, Regime regime) {
        this.code = code;
        this.owner = owner;
        this.event = event;
        this.length = length;
        this.article = article;
        this.regime = regime;
    }

    /** Its Dutch name in addresses and stored facts; never changes. */
    public String code() {
        return code;
    }

    public Owner owner() {
        return owner;
    }

    public Event event() {
        return event;
    }

    /** Without a commission, adviser, extension or days of its own. */
    public Length length() {
        return length;
    }

    public Article article() {
        return article;
    }

    /** Whether the start needs its time of day. */
    public boolean timed() {
        return length.unit() == Length.Unit.HOURS;
    }

    /** What may be said about this term besides its start. */
    public Set<Option> options() {
        var options = EnumSet.noneOf(Option.class);
        switch (this) {
            case OBJECTION, APPEAL -> options.addAll(EnumSet.of(Option.SENT_AGAIN, Option.OUTAGE));
            case DECISION_ON_OBJECTION ->
                options.addAll(EnumSet.of(Option.COMMITTEE, Option.EXTENDED, Option.AGREED, Option.SUSPENDED));
            case COMPLAINT -> options.addAll(EnumSet.of(Option.ADVISER, Option.EXTENDED, Option.AGREED));
            case OMBUDSMAN -> options.add(Option.SENT_AGAIN);
            case WMO_DECISION, DECISION_8_WEEKS -> options.add(Option.SUSPENDED);
            case ACCESS -> options.add(Option.EXTENDED);
            case OWN_PLAN -> options.add(Option.OUTAGE);
            case COOLING_OFF -> options.addAll(EnumSet.of(Option.DAYS, Option.ROLLS, Option.OUTAGE));
            case OTHER -> options.addAll(EnumSet.of(Option.DAYS, Option.OUTAGE));
            default -> {}
        }
        return options;
    }

    public static Optional<Rule> of(String code) {
        return Arrays.stream(values()).filter(rule -> rule.code.equals(code)).findFirst();
    }

    Regime regime() {
        return regime;
    }

    /** With a commission or an adviser. */
    Length longer() {
        return switch (this) {
            case DECISION_ON_OBJECTION -> Length.weeks(12);
            case COMPLAINT -> Length.weeks(10);
            default -> length;
        };
    }

    Article longerArticle() {
        return this == DECISION_ON_OBJECTION ? Article.awb("7:10", 1) : article;
    }

    /** The most that it can be extended, once; null when it cannot. */
    @Nullable
    Length extension() {
        return switch (this) {
            case DECISION_ON_OBJECTION -> Length.weeks(6);
            case COMPLAINT -> Length.weeks(4);
            case ACCESS -> Length.months(2);
            default -> null;
        };
    }

    Article extensionArticle() {
        return switch (this) {
            case DECISION_ON_OBJECTION -> Article.awb("7:10", 3);
            case COMPLAINT -> Article.awb("9:11", 2);
            default -> article;
        };
    }

    Article agreementArticle() {
        return this == COMPLAINT ? Article.awb("9:11", 3) : Article.awb("7:10", 4);
    }

    /** What makes the day of the event not count. */
    Article startArticle() {
        return switch (this) {
            case OBJECTION, APPEAL -> Article.awb("6:8", 1);
            case ACCESS -> Article.eu("3", 1);
            default -> article;
        };
    }
}
