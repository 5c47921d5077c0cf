package nl.voorelkaar.portal.resident.log;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.CaseAssignments;
import nl.voorelkaar.consent.Grants;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent.Kind;
import nl.voorelkaar.consent.LedgerLine;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.Proofs;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Check;
import nl.voorelkaar.portal.ui.Choice;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.DayField;
import nl.voorelkaar.portal.ui.EmptyState;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.Words;

@Route(value = "mijn/logboek", layout = ResidentShell.class)
@PermitAll
class LogPage extends Page implements BeforeEnterObserver {

    private static final int SIZE = 50;

    /** What one did oneself can be most of a log: so often a page looks further for lines of others. */
    private static final int MOST_READS = 20;

    private static final int ENOUGH = 20;

    /** In the address of the page, so that a reload and another language keep the choice. */
    private static final String OWN = "zelf";

    /** What a resident may want to see apart. */
    enum What {
        EVERYTHING(Set.of()),
        LOOKED(Set.of(
                Kind.READ,
                Kind.SEARCHED,
                Kind.LISTED,
                Kind.DOWNLOADED,
                Kind.LOOKED_UP,
                Kind.CODE_USED,
                Kind.EMERGENCY_ASKED,
                Kind.EMERGENCY_OPENED,
                Kind.EMERGENCY_EXTENDED,
                Kind.EMERGENCY_ENDED,
                Kind.EMERGENCY_DELAYED,
                Kind.EMERGENCY_OVERDUE,
                Kind.EMERGENCY_REVIEWED)),
        WRITTEN(Set.of(Kind.ADDED, Kind.EDITED, Kind.REMOVED, Kind.RESTORED, Kind.STEP_TAKEN)),
        CONSENT(Set.of(
                Kind.ASKED,
                Kind.ASK_WITHDRAWN,
                Kind.REQUEST_REFUSED,
                Kind.REQUEST_LAPSED,
                Kind.PREVIEWED,
                Kind.GRANTED,
                Kind.NARROWED,
                Kind.PAUSED,
                Kind.RESUMED,
                Kind.STOPPED,
                Kind.EXPIRED,
                Kind.ASSIGNED,
                Kind.ASSIGNMENT_ENDED,
                Kind.REMINDED,
                Kind.DESK)),
        SIGN_IN(Set.of(Kind.SIGNED_IN, Kind.SIGN_IN_REFUSED, Kind.SIGNED_OUT));

        private final Set<Kind> kinds;

        What(Set<Kind> kinds) {
            this.kinds = kinds;
        }

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final transient SignedIn signedIn;
    private final transient Ledger ledger;
    private final transient Grants grants;
    private final transient Map<PartyId, Party> people = new LinkedHashMap<>();
    private final Div answer = new Div();
    private final ErrorSummary errors = new ErrorSummary();
    private final DayField from = new DayField(Words.say("log.filter.from")).optional();
    private final DayField until = new DayField(Words.say("log.filter.until")).optional();
    private final Choice<What> what;
    private final Choice<PartyId> who;
    private final Check own = new Check(Words.say("log.filter.own")).handle("log-own");

    LogPage(SignedIn signedIn, Ledger ledger, Proofs proofs, Grants grants, CaseAssignments assignments) {
        super(Words.say("log.title"));
        this.signedIn = signedIn;
        this.ledger = ledger;
        this.grants = grants;
        lead(Words.say("log.lead"));
        var actor = signedIn.resident();
        grants.of(actor).forEach(grant -> people.put(grant.to().id(), grant.to()));
        assignments.of(actor).forEach(task -> people.put(task.to().id(), task.to()));
        var newest = ledger.read(actor, Ledger.Filter.newest(SIZE));
        newest.lines().forEach(line -> line.by().ifPresent(party -> people.put(party.id(), party)));
        var sealed = new Paragraph(proofs.completeUntil(actor)
                .map(until -> Words.say("log.sealed-until", Dates.moment(until)))
                .orElseGet(() -> Words.say("log.not-sealed")));
        sealed.addClassName("ve-soft");
        sealed.setTestId("log-sealed-until");
        head(
                sealed,
                ActionLink.quiet("/mijn/bewijs", Words.say("log.proof")).handle("log-proof"),
                ActionLink.quiet("/mijn/nood", Words.say("nood.title")).handle("log-emergencies"),
                ActionLink.quiet("/mijn/rechten", Words.say("log.rights")).handle("log-rights"));

        what = new Choice<>(
                Words.say("log.filter.what"),
                List.of(What.values()),
                What::code,
                item -> Words.say("log.what." + item.code()));
        what.setValue(What.EVERYTHING);
        who = new Choice<>(
                        Words.say("log.filter.who"),
                        people.keySet(),
                        PartyId::toString,
                        id -> people.get(id).name())
                .none(Words.say("log.filter.everybody"));
        who.handle("log-who");
        what.handle("log-what");
        from.handle("log-from");
        until.handle("log-until");
        own.addValueChangeListener(_ -> remember());
        var fields = new Div(what, who, from, until);
        fields.addClassName("ve-columns");
        var filter = new Card(
                errors,
                new Form(
                        this::show,
                        fields,
                        own,
                        row(
                                Action.submit(Words.say("log.filter.show")).handle("log-show"),
                                Action.quiet(
                                                Words.say("print"),
                                                click -> click.getSource()
                                                        .getElement()
                                                        .executeJs("window.print()"))
                                        .icon(Icon.Shape.PRINT))));
        filter.addClassName("ve-no-print");
        add(filter, answer);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        own.setValue(
                event.getLocation().getQueryParameters().getSingleParameter(OWN).isPresent());
        list(Ledger.Filter.newest(SIZE));
    }

    private void remember() {
        getElement().executeJs("""
                const address = new URL(location.href);
                if ($0) { address.searchParams.set('%1$s', 'ja'); } else { address.searchParams.delete('%1$s'); }
                history.replaceState(history.state, '', address);
                """.formatted(OWN), own.getValue());
    }

    private void show() {
        errors.begin();
        var first = from.getValue();
        var last = until.getValue();
        errors.need(
                first == null || last == null || !last.isBefore(first), until, Words.say("log.filter.wrong-period"));
        if (!errors.fine()) {
            return;
        }
        var chosen = what.getValue();
        var filter = new Ledger.Filter(
                chosen == null ? Set.of() : chosen.kinds,
                Optional.ofNullable(who.getValue()),
                Optional.ofNullable(first),
                Optional.ofNullable(last),
                Optional.empty(),
                SIZE);
        list(filter);
        answer.getElement().executeJs("this.querySelector('[tabindex]').focus()");
    }

    private void list(Ledger.Filter filter) {
        answer.removeAll();
        answer.addClassName("ve-stack");
        var read = read(filter);
        var found = new Paragraph(Words.count(
                read.more() ? "log.found.newest" : "log.found", read.shown().size()));
        found.getElement().setAttribute("tabindex", "-1");
        answer.add(found);
        var hidden = new Hidden();
        hidden.more(read.hidden());
        answer.add(hidden);
        if (read.shown().isEmpty() && !read.more()) {
            answer.add(
                    read.hidden() > 0
                            ? new EmptyState(Words.say("log.only-you"), Words.say("log.only-you.why"))
                            : new EmptyState(Words.say("log.empty"), Words.say("log.empty.why")));
            return;
        }
        var lines = new LogLines(read.shown(), grants.of(signedIn.resident()));
        answer.add(new Card(lines));
        more(read, filter, lines, hidden);
    }

    private void more(Read read, Ledger.Filter filter, LogLines lines, Hidden hidden) {
        if (!read.more()) {
            return;
        }
        var older = row();
        older.add(Action.secondary(Words.say("log.older"), _ -> {
                    answer.remove(older);
                    var next = before(filter, read.next());
                    var rest = read(next);
                    lines.append(rest.shown());
                    hidden.more(rest.hidden());
                    more(rest, next, lines, hidden);
                })
                .handle("log-older"));
        answer.add(older);
    }

    /**
     * Lines to show, and how many of one's own were passed over to find them.
     *
     * @param next where to go on; empty at the end of the log
     */
    private record Read(List<LedgerLine> shown, int hidden, Optional<Long> next) {

        boolean more() {
            return next.isPresent();
        }
    }

    private Read read(Ledger.Filter filter) {
        var shown = new ArrayList<LedgerLine>();
        var seen = 0;
        var next = filter;
        for (int reads = 1; ; reads++) {
            var page = ledger.read(signedIn.resident(), next);
            seen += page.lines().size();
            page.lines().stream()
                    .filter(line -> own.getValue() || !line.byResident())
                    .forEach(shown::add);
            if (!page.more() || own.getValue() || shown.size() >= ENOUGH || reads == MOST_READS) {
                return new Read(shown, seen - shown.size(), page.next());
            }
            next = before(filter, page.next());
        }
    }

    /** Says that lines are left out, and how many, so that nobody thinks that the log has holes. */
    private final class Hidden extends Div {

        private int count;

        Hidden() {
            addClassName("ve-row");
            setTestId("log-hidden");
        }

        void more(int lines) {
            count += lines;
            setVisible(count > 0);
            removeAll();
            add(
                    new Paragraph(Words.count("log.hidden", count)),
                    Action.quiet(Words.say("log.hidden.show"), _ -> {
                                own.setValue(true);
                                show();
                            })
                            .handle("log-show-own"));
        }
    }

    private static Ledger.Filter before(Ledger.Filter filter, Optional<Long> line) {
        return new Ledger.Filter(filter.kinds(), filter.by(), filter.from(), filter.until(), line, filter.size());
    }

    private static Div row(com.vaadin.flow.component.Component... parts) {
        var row = new Div(parts);
        row.addClassName("ve-row");
        return row;
    }
}
