package nl.voorelkaar.consent.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.voorelkaar.consent.DeskAct.State.BEVESTIGD;
import static nl.voorelkaar.consent.DeskAct.State.NIET_MOGELIJK;
import static nl.voorelkaar.consent.DeskAct.State.UITGEVOERD;
import static nl.voorelkaar.consent.DeskAct.State.VERVALLEN;
import static nl.voorelkaar.consent.DeskAct.State.WACHT_OP_CODE;
import static nl.voorelkaar.consent.DeskAct.State.WACHT_OP_GEMACHTIGDE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.AccessRequest;
import nl.voorelkaar.consent.ConsentEvent;
import nl.voorelkaar.consent.ConsentRefused;
import nl.voorelkaar.consent.Desk;
import nl.voorelkaar.consent.DeskAct;
import nl.voorelkaar.consent.DeskOffice;
import nl.voorelkaar.consent.DeskOrder;
import nl.voorelkaar.consent.DeskRefused;
import nl.voorelkaar.consent.DeskRefused.Reason;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LetterCode;
import nl.voorelkaar.consent.Mandate;
import nl.voorelkaar.consent.MandateId;
import nl.voorelkaar.consent.MandateRefused;
import nl.voorelkaar.consent.Mandates;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.PersonId;
import nl.voorelkaar.consent.RateLimits;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Sealing;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.decision.Delegation;
import nl.voorelkaar.consent.grant.DeskGrants;
import nl.voorelkaar.consent.mandate.Code;
import nl.voorelkaar.consent.mandate.DeskMandates;
import nl.voorelkaar.consent.receipt.Told;
import nl.voorelkaar.consent.request.Asked;
import nl.voorelkaar.consent.scope.TransactionScope;
import nl.voorelkaar.consent.subject.Subjects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What the resident face does with it. Every step locks the act, does what follows, and writes its line in the log. */
@Service
@Face.OnResident
class OfficeBook implements DeskOffice {

    private static final Logger LOG = LoggerFactory.getLogger(OfficeBook.class);
    private static final int AT_ONCE = 100;
    private static final int LETTERS_AT_ONCE = 20;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(4);

    private final DeskRows rows;
    private final Asked requests;
    private final DeskGrants grants;
    private final DeskMandates mandates;
    private final Parties parties;
    private final Subjects subjects;
    private final RateLimits limits;
    private final Sealing sealing;
    private final TransactionScope scope;
    private final Ledger ledger;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OfficeBook(
            DeskRows rows,
            Asked requests,
            DeskGrants grants,
            DeskMandates mandates,
            Parties parties,
            Subjects subjects,
            RateLimits limits,
            Sealing sealing,
            TransactionScope scope,
            Ledger ledger,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.requests = requests;
        this.grants = grants;
        this.mandates = mandates;
        this.parties = parties;
        this.subjects = subjects;
        this.limits = limits;
        this.sealing = sealing;
        this.scope = scope;
        this.ledger = ledger;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public int carryOut(Function<ResidentId, Optional<String>> name, Elsewhere elsewhere) {
        var due = transaction.execute(status -> {
            scope.enterDeskWork();
            return rows.toDo(now(), AT_ONCE);
        });
        var moved = 0;
        for (var act : due) {
            if (carriedOut(act, name, elsewhere)) {
                moved++;
            }
        }
        return moved;
    }

    private boolean carriedOut(DeskRow act, Function<ResidentId, Optional<String>> name, Elsewhere elsewhere) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                scope.enter(act.resident());
                return rows.lock(act.resident(), act.id())
                        .map(locked -> step(locked, name, elsewhere))
                        .orElse(false);
            }));
        } catch (ConsentRefused | MandateRefused | AccessRefused | SecurityException forbidden) {
            // Forbidden, or a code that does not open: trying again changes nothing. The rule's own transaction is gone
            // with what it half did; what is left is to say so.
            return impossible(act);
        } catch (RuntimeException e) {
            LOG.error(
                    "What a resident told the desk waits for its next try: {}",
                    e.getClass().getName());
            return false;
        }
    }

    private boolean impossible(DeskRow act) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            scope.enter(act.resident());
            rows.lock(act.resident(), act.id()).ifPresent(locked -> end(locked, NIET_MOGELIJK, "impossible"));
            return true;
        }));
    }

    private boolean step(DeskRow act, Function<ResidentId, Optional<String>> name, Elsewhere elsewhere) {
        var sheet = sheet(act);
        return switch (act.state()) {
            case OPGESCHREVEN -> begin(act, sheet, elsewhere);
            case WACHT_OP_GEMACHTIGDE -> accepted(act, sheet);
            case WACHT_OP_CODE -> lapse(act);
            case BEVESTIGD -> confirmed(act, sheet, name, elsewhere);
            case UITGEVOERD, NIET_MOGELIJK, VERVALLEN, INGETROKKEN -> false;
        };
    }

    private boolean begin(DeskRow act, Sheet sheet, Elsewhere elsewhere) {
        var resident = act.resident();
        var told = Told.at(sheet.by(), act.channel());
        switch (sheet.order()) {
            case DeskOrder.Give(var request, var terms, var shown) -> {
                var asked = open(resident, request.value());
                grants.requireGivable(asked, terms);
                sendCode(act, asked.by().id().value(), terms.sections());
            }
            case DeskOrder.SignPlan(var plan) -> sendCode(act, plan, Set.of(Section.PLAN));
            case DeskOrder.WithdrawPlan(var plan) -> sendCode(act, plan, Set.of(Section.PLAN));
            case DeskOrder.Empower(var scopes, var lastDay, var shown) -> {
                var mandate = new MandateId(act.id().value());
                mandates.invite(told, resident, mandate, scopes, lastDay);
                rows.subject(act, mandate.value());
                rows.become(act, WACHT_OP_GEMACHTIGDE, now());
                rows.letter(act, What.INVITATION, now());
            }
            case DeskOrder.Refuse(var request, var shown) -> {
                requests.refused(told, resident, request, shown);
                done(act);
            }
            case DeskOrder.Stop(var grant, var shown) -> {
                rows.subject(act, grant.value());
                if (grants.stop(told, resident, grant, shown)) {
                    done(act);
                } else {
                    end(act, NIET_MOGELIJK, "impossible");
                }
            }
            case DeskOrder.StopMandate(var mandate, var shown) -> {
                if (mandates.stop(told, resident, mandate, shown)) {
                    done(act);
                } else {
                    end(act, NIET_MOGELIJK, "impossible");
                }
            }
            case DeskOrder.Received ignored -> done(act);
            case DeskOrder.SendLog(var from, var until) -> {
                rows.become(act, UITGEVOERD, now());
                rows.letter(act, What.LOG, now());
                ledger.append(DeskLines.of(resident, Optional.of(sheet.by()), "log-posted", Optional.of(act.id())));
            }
        }
        return true;
    }

    private AccessRequest open(ResidentId resident, UUID request) {
        return requests.lock(resident, new nl.voorelkaar.consent.RequestId(request))
                .orElseThrow(() -> new ConsentRefused(ConsentRefused.Reason.NO_LONGER_OPEN));
    }

    /** Nobody at the municipality sees it: it is sealed for this face, and leaves on paper. */
    private void sendCode(DeskRow act, UUID to, Set<Section> sections) {
        var code = Code.random();
        var now = now();
        rows.code(
                act,
                sealing.seal(
                        Sealing.Kind.PROFILE,
                        act.resident().value(),
                        LetterCode.context(act.id(), to, sections),
                        code.characters().getBytes(UTF_8)),
                sealing.index(DeskBook.CODE, code.characters()),
                now.plus(Desk.CODE_VALID));
        rows.become(act, WACHT_OP_CODE, now);
        rows.letter(act, What.CODE, now);
        ledger.append(DeskLines.of(act.resident(), Optional.empty(), "code-sent", Optional.of(act.id())));
    }

    private boolean accepted(DeskRow act, Sheet sheet) {
        var mandate = mandates.known(act.resident(), new MandateId(act.id().value()))
                .orElseThrow(() -> new MandateRefused(MandateRefused.Reason.HAS_ENDED));
        switch (mandate.state()) {
            case UITGENODIGD -> {
                return false;
            }
            case GEACCEPTEERD -> {
                var order = (DeskOrder.Empower) sheet.order();
                sendCode(act, mandate.carer().orElseThrow().id().value(), Delegation.opened(order.scopes()));
            }
            case ACTIEF -> done(act);
            case AFGEWEZEN, INGETROKKEN, OPGEZEGD, VERLOPEN, BEEINDIGD -> end(act, VERVALLEN, "lapsed");
        }
        return true;
    }

    private boolean lapse(DeskRow act) {
        if (act.codeUntil().filter(until -> now().isBefore(until)).isPresent()) {
            return false;
        }
        end(act, VERVALLEN, "lapsed");
        return true;
    }

    private boolean confirmed(
            DeskRow act, Sheet sheet, Function<ResidentId, Optional<String>> name, Elsewhere elsewhere) {
        var resident = act.resident();
        var told = Told.at(sheet.by(), act.channel());
        var sealed = rows.sealed(resident, act.id());
        var typed = new String(
                sealing.open(
                        Sealing.Kind.LEDGER,
                        resident.value(),
                        DeskRows.context(act.id(), "typed"),
                        Objects.requireNonNull(sealed.typed())),
                UTF_8);
        var letter = new LetterCode(act.id(), Objects.requireNonNull(sealed.code()), typed);
        switch (sheet.order()) {
            case DeskOrder.Give(var request, var terms, var shown) -> {
                var given = grants.give(told, open(resident, request.value()), terms, shown, letter);
                rows.subject(act, given.id().value());
                done(act);
            }
            case DeskOrder.Empower(var scopes, var lastDay, var shown) -> {
                mandates.confirm(
                        told,
                        resident,
                        new MandateId(act.id().value()),
                        scopes,
                        lastDay,
                        name.apply(resident).orElse(""),
                        shown,
                        letter);
                done(act);
            }
            case DeskOrder.SignPlan(var plan) -> outside(act, sheet.order(), letter, plan, elsewhere);
            case DeskOrder.WithdrawPlan(var plan) -> outside(act, sheet.order(), letter, plan, elsewhere);
            case DeskOrder.Refuse ignored -> throw new IllegalStateException("nothing to confirm");
            case DeskOrder.Stop ignored -> throw new IllegalStateException("nothing to confirm");
            case DeskOrder.StopMandate ignored -> throw new IllegalStateException("nothing to confirm");
            case DeskOrder.Received ignored -> throw new IllegalStateException("nothing to confirm");
            case DeskOrder.SendLog ignored -> throw new IllegalStateException("nothing to confirm");
        }
        return true;
    }

    /** No key is made for it, so no broker looks at the code: it is looked at here. */
    private void outside(DeskRow act, DeskOrder order, LetterCode letter, UUID plan, Elsewhere elsewhere) {
        var code = sealing.open(
                Sealing.Kind.PROFILE,
                act.resident().value(),
                LetterCode.context(act.id(), plan, Set.of(Section.PLAN)),
                letter.sealed());
        if (!java.security.MessageDigest.isEqual(code, letter.typed().getBytes(UTF_8))) {
            throw new SecurityException("not the code of this act");
        }
        if (elsewhere.done(act.resident(), order)) {
            done(act);
        } else {
            end(act, NIET_MOGELIJK, "impossible");
        }
    }

    private void done(DeskRow act) {
        rows.become(act, UITGEVOERD, now());
        rows.letter(act, What.RECEIPT, now());
    }

    private void end(DeskRow act, DeskAct.State state, String step) {
        rows.become(act, state, now());
        rows.letter(act, What.RECEIPT, now());
        ledger.append(DeskLines.of(act.resident(), Optional.empty(), step, Optional.of(act.id())));
    }

    /** No code counts any more, and no letter leaves to a house of mourning. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ConsentEvent.Died died) {
        rows.of(died.resident(), AT_ONCE).stream()
                .flatMap(act -> rows.lock(died.resident(), act.id()).stream())
                .forEach(act -> {
                    if (act.state().open()) {
                        end(act, VERVALLEN, "lapsed");
                    }
                    rows.noLetter(act);
                });
    }

    @Override
    public List<Letter> letters() {
        var waiting = transaction.execute(status -> {
            scope.enterDeskWork();
            return rows.toPost(now(), LETTERS_AT_ONCE);
        });
        return waiting.stream().flatMap(act -> taken(act).stream()).toList();
    }

    private Optional<Letter> taken(DeskRow act) {
        return transaction.execute(status -> {
            scope.enter(act.resident());
            return rows.letter(act.resident(), act.id()).flatMap(waiting -> {
                var current = rows.find(act.resident(), act.id()).orElseThrow();
                rows.tryAgain(current, now().plus(pause(waiting.tries())));
                return Optional.of(letter(current, waiting.what()));
            });
        });
    }

    private static Duration pause(int tries) {
        var pause = Duration.ofSeconds(30L << Math.min(tries, 9));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private Letter letter(DeskRow act, What what) {
        var sheet = sheet(act);
        var order = sheet.order();
        var about = about(act, order);
        return new Letter(
                UUID.nameUUIDFromBytes((act.id() + "|" + what + "|" + act.state()).getBytes(UTF_8)),
                act.act(),
                what,
                order,
                switch (what) {
                    case CODE -> Optional.of(code(act, order));
                    case INVITATION -> about.invitation.map(Mandates.Invitation::code);
                    case RECEIPT, LOG -> Optional.empty();
                },
                switch (what) {
                    case CODE -> act.codeUntil();
                    case INVITATION -> about.invitation.map(Mandates.Invitation::expiresAt);
                    case RECEIPT, LOG -> Optional.empty();
                },
                about.to,
                about.purpose,
                about.lastDay,
                about.sections,
                about.initials,
                name(sheet.by().id()));
    }

    private String code(DeskRow act, DeskOrder order) {
        var sealed = rows.sealed(act.resident(), act.id());
        var context = switch (order) {
            case DeskOrder.Give(var request, var terms, var shown) ->
                LetterCode.context(
                        act.id(),
                        requests.lock(act.resident(), request)
                                .orElseThrow()
                                .by()
                                .id()
                                .value(),
                        terms.sections());
            case DeskOrder.Empower(var scopes, var lastDay, var shown) ->
                LetterCode.context(
                        act.id(),
                        mandates.known(act.resident(), new MandateId(act.id().value()))
                                .flatMap(Mandate::carer)
                                .orElseThrow()
                                .id()
                                .value(),
                        Delegation.opened(scopes));
            case DeskOrder.SignPlan(var plan) -> LetterCode.context(act.id(), plan, Set.of(Section.PLAN));
            case DeskOrder.WithdrawPlan(var plan) -> LetterCode.context(act.id(), plan, Set.of(Section.PLAN));
            default -> throw new IllegalStateException("no code belongs to this");
        };
        var code = sealing.open(
                Sealing.Kind.PROFILE, act.resident().value(), context, Objects.requireNonNull(sealed.code()));
        return new Code(new String(code, UTF_8)).shown();
    }

    /** What a letter says about it besides what was told. */
    private record About(
            Optional<Party> to,
            Optional<String> purpose,
            Optional<LocalDate> lastDay,
            Set<Section> sections,
            Optional<String> initials,
            Optional<Mandates.Invitation> invitation) {

        static final About NOTHING = new About(
                Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Optional.empty(), Optional.empty());
    }

    private About about(DeskRow act, DeskOrder order) {
        var resident = act.resident();
        return switch (order) {
            case DeskOrder.Give(var request, var terms, var shown) ->
                requests.lock(resident, request)
                        .map(asked -> new About(
                                Optional.of(asked.by()),
                                Optional.of(asked.purpose().text()),
                                Optional.of(terms.until()),
                                terms.sections(),
                                Optional.empty(),
                                Optional.empty()))
                        .orElse(About.NOTHING);
            case DeskOrder.Refuse(var request, var shown) ->
                requests.lock(resident, request)
                        .map(asked -> new About(
                                Optional.of(asked.by()),
                                Optional.of(asked.purpose().text()),
                                Optional.empty(),
                                asked.terms().sections(),
                                Optional.empty(),
                                Optional.empty()))
                        .orElse(About.NOTHING);
            case DeskOrder.Stop(var grant, var shown) ->
                grants.find(resident, grant).map(OfficeBook::about).orElse(About.NOTHING);
            case DeskOrder.Empower(var scopes, var lastDay, var shown) ->
                new About(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(lastDay),
                        Delegation.opened(scopes),
                        initials(resident, new MandateId(act.id().value())),
                        mandates.invitation(resident, new MandateId(act.id().value())));
            case DeskOrder.StopMandate(var mandate, var shown) ->
                new About(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(),
                        initials(resident, mandate),
                        Optional.empty());
            case DeskOrder.SignPlan ignored -> About.NOTHING;
            case DeskOrder.WithdrawPlan ignored -> About.NOTHING;
            case DeskOrder.SendLog ignored -> About.NOTHING;
            case DeskOrder.Received(var kind, var on, var about) ->
                new About(
                        Optional.empty(),
                        Optional.of(about),
                        Optional.of(on),
                        Set.of(),
                        Optional.empty(),
                        Optional.empty());
        };
    }

    private static About about(Grant grant) {
        return new About(
                Optional.of(grant.to()),
                Optional.of(grant.purpose().text()),
                Optional.of(grant.terms().until()),
                grant.terms().sections(),
                Optional.empty(),
                Optional.empty());
    }

    private Optional<String> initials(ResidentId resident, MandateId mandate) {
        return mandates.known(resident, mandate).flatMap(Mandate::carer).map(Mandate.Carer::initials);
    }

    private String name(PartyId party) {
        return Optional.ofNullable(parties.find(Set.of(party)).get(party))
                .map(Party::name)
                .orElse("");
    }

    @Override
    @Transactional
    public void posted(Letter letter) {
        scope.enter(letter.act().resident());
        rows.lock(letter.act().resident(), letter.act().id()).ifPresent(act -> rows.posted(act, now()));
    }

    @Override
    public DeskAct find(String typed, UUID visitor) {
        var code = turn(typed, visitor);
        var act = transaction.execute(status -> inHand(code)).act();
        limits.giveBack(RateLimits.Limit.DESK_CODE, visitor);
        return act;
    }

    @Override
    public DeskAct confirm(String typed, UUID visitor) {
        var code = turn(typed, visitor);
        var confirmed = transaction.execute(status -> {
            var found = inHand(code);
            scope.enter(found.resident());
            var act = rows.lock(found.resident(), found.id()).orElseThrow();
            requireUsable(act);
            if (subjects.died(act.resident()).isPresent()) {
                throw new DeskRefused(Reason.NO_LONGER_OPEN);
            }
            rows.typed(act, code.characters(), Optional.empty());
            rows.become(act, BEVESTIGD, now());
            ledger.append(DeskLines.of(act.resident(), Optional.empty(), "confirmed-online", Optional.of(act.id())));
            return rows.find(act.resident(), act.id()).orElseThrow().act();
        });
        limits.giveBack(RateLimits.Limit.DESK_CODE, visitor);
        return confirmed;
    }

    private Code turn(String typed, UUID visitor) {
        if (!limits.take(RateLimits.Limit.DESK_CODE, visitor)) {
            throw new DeskRefused(Reason.TOO_MANY_TRIES);
        }
        return Code.typed(typed).orElseThrow(() -> new DeskRefused(Reason.CODE_WRONG));
    }

    private DeskRow inHand(Code code) {
        var index = sealing.index(DeskBook.CODE, code.characters());
        scope.enterPerson(Optional.<PersonId>empty(), Optional.of(index));
        var act = rows.byCode(index).orElseThrow(() -> new DeskRefused(Reason.CODE_WRONG));
        requireUsable(act);
        return act;
    }

    private void requireUsable(DeskRow act) {
        CodeRules.refusal(act.state(), act.tries(), act.codeUntil(), now(), true)
                .ifPresent(reason -> {
                    throw new DeskRefused(reason);
                });
    }

    private Sheet sheet(DeskRow act) {
        return Sheet.of(sealing.open(
                Sealing.Kind.LEDGER,
                act.resident().value(),
                DeskRows.context(act.id(), "body"),
                rows.sealed(act.resident(), act.id()).body()));
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
