package nl.voorelkaar.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.ConsentRecord;
import nl.voorelkaar.consent.Consult;
import nl.voorelkaar.consent.ConsultId;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.dossier.EntryId;
import nl.voorelkaar.dossier.expert.AskedQuestion;
import nl.voorelkaar.dossier.expert.Page;
import nl.voorelkaar.dossier.expert.Reply;

/** Questions to experts in memory, for both screens of them: answers for {@code Consults} and {@code Experts}. */
public final class RememberedConsults {

    private final Clock clock;
    private final Map<ConsultId, AskedQuestion> all = new LinkedHashMap<>();
    public final List<ShownText> shown = new ArrayList<>();

    public RememberedConsults(Clock clock) {
        this.clock = clock;
    }

    public Consult ask(
            Actor.Professional actor,
            ConsultId id,
            ResidentId resident,
            PartyId expert,
            String question,
            Set<EntryId> pages,
            LocalDate lastDay) {
        var copies = pages.stream()
                .map(page -> new Page(Section.LEEFGEBIEDEN, "De trap", "De trap is steil.", lastDay, List.of(0)))
                .toList();
        var consult = new Consult(
                id,
                resident,
                actor.id(),
                expert,
                Consult.State.GEVRAAGD,
                clock.instant(),
                clock.instant(),
                CalendarDays.endOf(lastDay),
                lastDay);
        all.put(
                id,
                new AskedQuestion(
                        consult, question, copies.stream().map(Page::title).toList(), copies, Optional.empty()));
        return consult;
    }

    public AskedQuestion open(Actor.Resident actor, ConsultId id) {
        return Optional.ofNullable(all.get(id)).orElseThrow(RememberedConsults::absent);
    }

    public AskedQuestion open(Actor.Professional actor, ConsultId id) {
        return Optional.ofNullable(all.get(id))
                .filter(one -> one.consult().askedBy().equals(actor.id())
                        || one.consult().expert().equals(actor.id())
                                && one.consult().state() == Consult.State.OPEN)
                .orElseThrow(RememberedConsults::absent);
    }

    public void answer(Actor.Professional actor, ConsultId id, Reply reply) {
        var before = all.get(id);
        all.put(
                id,
                new AskedQuestion(before.consult(), before.words(), before.titles(), List.of(), Optional.of(reply)));
        become(id, Consult.State.BEANTWOORD);
    }

    public Consult agree(Actor.Resident actor, ConsultId id, ShownText text) {
        shown.add(text);
        return become(id, Consult.State.OPEN);
    }

    public Consult refuse(Actor.Resident actor, ConsultId id, ShownText text) {
        shown.add(text);
        return become(id, Consult.State.GEWEIGERD);
    }

    public List<ConsentRecord> records(Actor.Resident actor, ConsultId id) {
        return List.of();
    }

    public void stop(Actor.Resident actor, ConsultId id, ShownText text) {
        shown.add(text);
        become(id, Consult.State.GESTOPT);
    }

    public void withdraw(Actor.Professional actor, ConsultId id) {
        become(id, Consult.State.INGETROKKEN);
    }

    public List<Consult> of(Actor.Resident actor) {
        return all.values().stream().map(AskedQuestion::consult).toList();
    }

    public List<Consult> askedBy(Actor.Professional actor) {
        return all.values().stream()
                .map(AskedQuestion::consult)
                .filter(one -> one.askedBy().equals(actor.id()))
                .toList();
    }

    public List<Consult> putTo(Actor.Professional actor) {
        return all.values().stream()
                .map(AskedQuestion::consult)
                .filter(one -> one.expert().equals(actor.id()) && one.state() != Consult.State.GEVRAAGD)
                .toList();
    }

    public Consult find(Actor.Professional actor, ConsultId id) {
        return all.get(id).consult();
    }

    private Consult become(ConsultId id, Consult.State state) {
        var before = all.get(id);
        var consult = before.consult();
        var after = new Consult(
                id,
                consult.of(),
                consult.askedBy(),
                consult.expert(),
                state,
                clock.instant(),
                consult.askedAt(),
                consult.until(),
                consult.lastDay());
        all.put(
                id,
                new AskedQuestion(
                        after,
                        before.words(),
                        before.titles(),
                        state.open() ? before.pages() : List.of(),
                        before.reply()));
        return after;
    }

    private static AccessRefused absent() {
        return new AccessRefused(Decision.Reason.NO_GROUND);
    }
}
