package nl.voorelkaar.dossier.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.deadline.DeadlinePolicy;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.deadline.FreeDays;
import nl.voorelkaar.dossier.deadline.PenaltyRates;
import nl.voorelkaar.dossier.paper.PrintedPaper.Fingerprint;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.Case;
import nl.voorelkaar.dossier.procedure.PaperId;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.Step;
import nl.voorelkaar.dossier.procedure.StepId;

/** Takes steps in one plan, in memory, with a clock that is moved; the clock's own steps come when they are due. */
final class Planner {

    static final Author FATIMA = new Author.Resident();
    static final Author ANOUK = new Author.Professional(new PartyId(new UUID(1, 1)), Role.GSP, "Anouk Meijer");
    static final Author TWEEDE = new Author.Professional(new PartyId(new UUID(1, 3)), Role.GSP, "Een collega");
    static final Author BRAM = new Author.Professional(new PartyId(new UUID(1, 2)), Role.CM, "Bram Visser");
    static final Author LOKET = new Author.Professional(new PartyId(new UUID(1, 4)), Role.KCC, "Het loket");
    static final Author AANBIEDER = new Author.Professional(new PartyId(new UUID(1, 5)), Role.AANB, "Dilara Kaya");

    static final UUID GOAL = new UUID(7, 1);
    static final UUID TASK = new UUID(7, 2);

    final Deadlines deadlines;
    final PlanType type;
    final List<Step<PlanEvent>> steps = new ArrayList<>();
    Ondersteuningsplan plan;
    Instant now = at("2026-11-06T10:00");

    Planner() {
        this(14);
    }

    Planner(int days) {
        var usual = Deadlines.usual();
        deadlines = new Deadlines(
                FreeDays.netherlands(),
                PenaltyRates.known(),
                new DeadlinePolicy(
                        days,
                        usual.policy().coolingOffRolls(),
                        usual.policy().urgentHours(),
                        usual.policy().outageCounts()));
        type = new PlanType(deadlines);
        plan = type.begin(new Case(new ResidentId(new UUID(9, 9)), new ProcedureId(new UUID(8, 8))));
    }

    /** Before the first step. */
    Planner givenTo(Author colleague) {
        var party = ((Author.Professional) colleague).party();
        plan = type.begin(new Case(plan.of().resident(), plan.of().id(), Optional.of(party)));
        return this;
    }

    static Instant at(String localTime) {
        return LocalDateTime.parse(localTime).atZone(CalendarDays.AMSTERDAM).toInstant();
    }

    Planner moved(String localTime) {
        now = at(localTime);
        clock();
        return this;
    }

    Planner moved(Duration by) {
        now = now.plus(by);
        clock();
        return this;
    }

    private void clock() {
        for (var due = due(); due.isPresent(); due = due()) {
            add(due.get().at(), new Author.Clock(), type.byClock(due.get().verb()));
        }
    }

    private Optional<nl.voorelkaar.dossier.procedure.Alarm> due() {
        return type.alarms(plan).stream()
                .filter(alarm -> !alarm.at().isAfter(now))
                .min(Comparator.comparing(nl.voorelkaar.dossier.procedure.Alarm::at));
    }

    Planner take(Author by, PlanVerb verb) {
        clock();
        add(now, by, verb.decide(plan, by, now));
        return this;
    }

    private void add(Instant at, Author by, PlanEvent event) {
        var step = new Step<>(steps.size() + 1, new StepId(UUID.randomUUID()), at, by, event);
        steps.add(step);
        plan = type.after(plan, step);
    }

    Planner started() {
        add(now, ANOUK, new PlanEvent.Started(PlanWay.SAMEN, Optional.empty(), Content.EMPTY));
        return this;
    }

    Planner filled() {
        started();
        for (var item : PlanItem.values()) {
            var part = item.parts().getFirst();
            take(
                    ANOUK,
                    (now, by, when) -> now.write(
                            by, part, "Over " + part, false, now.part(part).step()));
        }
        take(FATIMA, (now, by, when) -> now.setGoal(by, GOAL, "Ik kom weer buiten", 0));
        return take(
                FATIMA,
                (now, by, when) -> now.setTask(
                        by, TASK, GOAL, "Elke dag een rondje", TaskOwner.RESIDENT, "", Optional.empty(), 0));
    }

    Planner frozen() {
        return filled().freeze();
    }

    Planner freeze() {
        return take(
                ANOUK, (now, by, when) -> now.freeze(by, new PaperId(UUID.randomUUID()), print(now), now.textStep()));
    }

    /** Every version prints otherwise. */
    static Fingerprint print(Ondersteuningsplan plan) {
        return new Fingerprint("%064x".formatted(plan.nextVersion()), 1000);
    }

    Planner signs(Author by) {
        return signs(by, by instanceof Author.Resident ? Signer.RESIDENT : Signer.PROFESSIONAL);
    }

    Planner signs(Author by, Signer as) {
        return take(by, signing(as, plan.versions().getLast().fingerprint().sha256(), now));
    }

    PlanVerb signing(Signer as, String sha256, Instant loggedIn) {
        return (plan, by, when) -> plan.sign(
                by,
                as,
                new Login(AssuranceLevel.SUBSTANTIEEL, loggedIn, "0".repeat(64)),
                sha256,
                plan.version().map(Version::paper).orElse(new PaperId(new UUID(0, 0))),
                new PaperId(UUID.randomUUID()),
                new Ondersteuningsplan.Sealing(when, "{}", "0".repeat(64)),
                as == Signer.RESIDENT ? Optional.of(Apply.NOT_YET) : Optional.empty(),
                Optional.empty(),
                when,
                deadlines);
    }

    Planner signedByBoth() {
        return frozen().signs(FATIMA).signs(ANOUK);
    }

    Planner settled() {
        return signedByBoth()
                .moved(plan.coolingOff()
                        .orElseThrow()
                        .end()
                        .atZone(CalendarDays.AMSTERDAM)
                        .toLocalDateTime()
                        .toString());
    }
}
