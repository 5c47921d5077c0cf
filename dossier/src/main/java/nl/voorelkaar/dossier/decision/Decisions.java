package nl.voorelkaar.dossier.decision;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.intake.Happened;
import nl.voorelkaar.dossier.intake.Onderzoek;
import nl.voorelkaar.dossier.intake.OnderzoekType;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.PaperId;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.dossier.procedure.Reading;
import nl.voorelkaar.dossier.procedure.Step;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.Turn;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * Applications and decisions of one dossier. Every call asks consent first, and is in the resident's log.
 *
 * <p>All methods throw {@link nl.voorelkaar.consent.AccessRefused} when the actor may not, and
 * {@link nl.voorelkaar.dossier.procedure.StepRefused} with a {@link DecisionRefusal} when the rules say no; nothing
 * changed then.
 */
@Service
public class Decisions {

    private static final Set<Section> HERE = EnumSet.of(Section.BESLUITEN);
    private static final Set<Section> WITH_INTAKE = EnumSet.of(Section.MELDING, Section.BESLUITEN);
    private static final Set<Section> INTAKE = EnumSet.of(Section.MELDING);

    private final Procedures procedures;
    private final AanvraagType aanvragen;
    private final BesluitType besluiten;
    private final BezorgingType bezorging;
    private final OnderzoekType onderzoeken;
    private final boolean separated;

    /** @param separated whether who led the conversation may not decide too */
    public Decisions(
            Procedures procedures,
            AanvraagType aanvragen,
            BesluitType besluiten,
            BezorgingType bezorging,
            OnderzoekType onderzoeken,
            @Value("${voorelkaar.decisions.separate-decider:true}") boolean separated) {
        this.procedures = procedures;
        this.aanvragen = aanvragen;
        this.besluiten = besluiten;
        this.bezorging = bezorging;
        this.onderzoeken = onderzoeken;
        this.separated = separated;
    }

    /** Everything there is about decisions in one dossier, newest first. @param now the moment of looking */
    public record Overview(List<Aanvraag> aanvragen, List<Besluit> besluiten, Bezorging bezorging, Instant now) {

        public Optional<Besluit> besluitOn(ProcedureId aanvraag) {
            return besluiten.stream()
                    .filter(besluit -> besluit.aanvraag().equals(aanvraag))
                    .max(Comparator.comparing(besluit -> besluit.id().value().toString()));
        }
    }

    /** What somebody wants to do with an application, decided on where it stands at that moment. */
    @FunctionalInterface
    public interface OnAanvraag {
        AanvraagEvent decide(Aanvraag now, Author by, Instant at);
    }

    /** What somebody wants to do with a decision, decided on where it stands at that moment. */
    @FunctionalInterface
    public interface OnBesluit {
        BesluitEvent decide(Besluit now, Author by, Instant at);
    }

    public Overview of(Actor actor, ResidentId resident) {
        return procedures.read(
                actor,
                resident,
                HERE,
                open -> new Overview(open.all(aanvragen), open.all(besluiten), bezorging.of(open), open.now()));
    }

    /** What happened in it, in order: the history that both faces see. */
    public List<Step<AanvraagEvent>> historyOfAanvraag(Actor actor, ResidentId resident, ProcedureId id) {
        return procedures.read(actor, resident, HERE, open -> open.steps(aanvragen, id));
    }

    /** Where the inquiry stands for an application that is filed now. Needs the section of the melding at hand. */
    public AanvraagEvent.Basis basis(Reading reading) {
        var all = reading.all(onderzoeken).stream()
                .flatMap(one -> one.stands().stream())
                .toList();
        if (all.stream().anyMatch(one -> one.state() == Onderzoek.State.AFGEROND)) {
            return AanvraagEvent.Basis.ONDERZOEK_AFGEROND;
        }
        return all.stream().anyMatch(Onderzoek::aanvraagPossible)
                ? AanvraagEvent.Basis.ONDERZOEK_TE_LAAT
                : AanvraagEvent.Basis.VROEG;
    }

    /** Where the inquiry stands, to tell it before filing. */
    public AanvraagEvent.Basis basis(Actor.Resident actor) {
        return procedures.read(actor, actor.id(), INTAKE, this::basis);
    }

    /** Files an application. Never refused for a plan that is not signed or an inquiry that is not done. */
    public Aanvraag file(Actor.Resident actor, ProcedureId id, StepId step, String what, Law law) {
        return procedures.take(
                actor,
                actor.id(),
                WITH_INTAKE,
                "aanvraag.file",
                turn -> aanvragen.start(
                        turn,
                        id,
                        step,
                        Aanvraag.file(what, law, basis(turn), latestOnderzoek(turn), Optional.empty())));
    }

    /**
     * Files an application in the resident's name (DOMAIN §2.3).
     *
     * @param seesInquiry whether this carer may look into the inquiry; without it, where that stands is left to who
     *     handles it
     */
    public Aanvraag file(Actor.Acting carer, boolean seesInquiry, ProcedureId id, StepId step, String what, Law law) {
        var resident = carer.resident();
        var origin = seesInquiry
                ? procedures.read(
                        carer, resident, INTAKE, reading -> new Origin(basis(reading), latestOnderzoek(reading)))
                : new Origin(AanvraagEvent.Basis.NIET_INGEZIEN, Optional.empty());
        return procedures.take(
                carer,
                resident,
                HERE,
                "aanvraag.file",
                turn -> aanvragen.start(
                        turn,
                        id,
                        step,
                        Aanvraag.file(what, law, origin.basis(), origin.onderzoek(), Optional.empty())));
    }

    private record Origin(AanvraagEvent.Basis basis, Optional<ProcedureId> onderzoek) {}

    /** The inquiry that an application belongs to. Needs the section of the melding at hand. */
    public Optional<ProcedureId> latestOnderzoek(Reading reading) {
        return reading.all(onderzoeken).stream()
                .findFirst()
                .map(one -> one.stands().orElseThrow().id());
    }

    /** @param name of the step, for the log, such as {@code withdraw} */
    public Aanvraag take(
            Actor actor, ResidentId resident, ProcedureId aanvraag, StepId step, String name, OnAanvraag verb) {
        return procedures.take(
                actor,
                resident,
                HERE,
                "aanvraag." + name,
                turn -> turn.take(aanvragen, aanvraag, step, now -> verb.decide(now, turn.author(), turn.now())));
    }

    /** Begins a decision on an application. */
    public Besluit draft(
            Actor.Professional actor,
            ResidentId resident,
            ProcedureId aanvraag,
            ProcedureId id,
            StepId step,
            DecisionText text) {
        return procedures.take(
                actor,
                resident,
                HERE,
                "besluit.draft",
                turn -> turn.start(
                        besluiten, id, step, Besluit.draft(turn.author(), turn.find(aanvragen, aanvraag), text)));
    }

    /** @param name of the step, for the log, such as {@code redraft} */
    public Besluit takeOnBesluit(
            Actor actor, ResidentId resident, ProcedureId besluit, StepId step, String name, OnBesluit verb) {
        return procedures.take(
                actor,
                resident,
                HERE,
                "besluit." + name,
                turn -> turn.take(besluiten, besluit, step, now -> verb.decide(now, turn.author(), turn.now())));
    }

    /**
     * Takes the decision on an application whose inquiry is done. Looks first at who led the conversation, where
     * separation is on.
     */
    public Besluit establish(Actor.Professional actor, ResidentId resident, ProcedureId besluit, StepId step) {
        return establish(actor, resident, besluit, step, "");
    }

    /**
     * Takes the decision. Looks first at who led the conversation, where separation is on, and at whether the inquiry
     * is done, which the Wmo asks for (2.3.2).
     *
     * @param beforeInquiry why the decision does not wait for the inquiry; not looked at when that is done
     */
    public Besluit establish(
            Actor.Professional actor, ResidentId resident, ProcedureId besluit, StepId step, String beforeInquiry) {
        var inquiry = inquiry(actor, resident);
        return procedures.take(
                actor,
                resident,
                HERE,
                "besluit.establish",
                turn -> turn.take(besluiten, besluit, step, now -> {
                    var aanvraag = turn.find(aanvragen, now.aanvraag());
                    var separate = new HashSet<PartyId>();
                    if (separated) {
                        separate.addAll(inquiry.led());
                        separate.addAll(aanvraag.ledByProfessionals());
                    }
                    return now.establish(
                            turn.author(),
                            aanvraag,
                            separate,
                            waits(aanvraag, inquiry) ? Optional.of(beforeInquiry) : Optional.empty());
                }));
    }

    /** Whether there is an inquiry to wait for. */
    private static boolean waits(Aanvraag aanvraag, Inquiry inquiry) {
        return aanvraag.law() == Law.WMO
                && aanvraag.basis() != AanvraagEvent.Basis.ONDERZOEK_AFGEROND
                && !inquiry.done();
    }

    /** @param led who led the conversation */
    private record Inquiry(boolean done, Set<PartyId> led) {}

    private Inquiry inquiry(Actor.Professional actor, ResidentId resident) {
        return procedures.read(actor, resident, INTAKE, open -> {
            var led = new HashSet<PartyId>();
            for (var one : open.all(onderzoeken)) {
                for (var step :
                        open.steps(onderzoeken, one.stands().orElseThrow().id())) {
                    if (step.event() instanceof Happened.TalkHeld
                            && step.by() instanceof Author.Professional professional) {
                        led.add(professional.party());
                    }
                }
            }
            return new Inquiry(basis(open) == AanvraagEvent.Basis.ONDERZOEK_AFGEROND, led);
        });
    }

    /** A letter for one sending, printed and sealed outside any turn. */
    public record Letter(
            Besluit forWhich,
            UUID sending,
            Sending.Channel channel,
            List<String> address,
            PaperId paper,
            byte[] pdf,
            String sha256) {

        @Override
        public String toString() {
            return "Letter[" + channel + "]";
        }
    }

    /**
     * Puts a letter ready and keeps it. In the portal that is sending too: it is accessible from this moment (Awb
     * 2:19).
     *
     * @throws nl.voorelkaar.dossier.procedure.StepRefused {@link DecisionRefusal#NOT_NOW} when the decision changed
     *     since the letter was printed
     */
    public Besluit ready(Actor.Professional actor, ResidentId resident, StepId step, Letter letter) {
        var id = letter.forWhich().id();
        return procedures.take(actor, resident, HERE, "besluit.ready", turn -> {
            var ready = turn.take(besluiten, id, step, now -> {
                if (!now.text().equals(letter.forWhich().text())
                        || now.state() != letter.forWhich().state()) {
                    throw DecisionRefusal.NOT_NOW.in(now.state());
                }
                return now.ready(
                        turn.author(),
                        letter.sending(),
                        letter.channel(),
                        letter.address(),
                        letter.paper(),
                        letter.sha256(),
                        bezorging.of(turn).inPortal());
            });
            turn.keep(ProcedureKind.BESLUIT, id, letter.paper(), letter.pdf());
            return letter.channel() == Sending.Channel.PORTAAL
                    ? leave(turn, id, sent(step), letter.sending(), Optional.empty())
                    : ready;
        });
    }

    /** The letter left, as the post says. */
    public Besluit sent(
            Actor.Professional actor,
            ResidentId resident,
            ProcedureId besluit,
            StepId step,
            UUID sending,
            String reference) {
        return procedures.take(
                actor,
                resident,
                HERE,
                "besluit.announce",
                turn -> leave(turn, besluit, step, sending, Optional.of(reference)));
    }

    /** Leaves, and when it is the first time the application is decided. */
    private Besluit leave(Turn turn, ProcedureId besluit, StepId step, UUID sending, Optional<String> reference) {
        var before = turn.find(besluiten, besluit);
        var after = turn.take(besluiten, besluit, step, now -> now.send(turn.author(), sending, reference, turn.now()));
        if (!before.state().known()) {
            turn.take(
                    aanvragen,
                    before.aanvraag(),
                    sent(step),
                    now -> now.decide(turn.author(), besluit, after.result()));
        }
        return after;
    }

    /** Follows from the step that brings it. */
    private static StepId sent(StepId step) {
        return new StepId(UUID.nameUUIDFromBytes((step + "|sent").getBytes(StandardCharsets.UTF_8)));
    }

    /** A letter as it was kept. A resident, and who acts for one, gets only what was made known. */
    public byte[] letter(Actor actor, ResidentId resident, ProcedureId besluit, PaperId paper) {
        return procedures.read(actor, resident, HERE, open -> {
            var now = open.find(besluiten, besluit);
            if (!(actor instanceof Actor.Professional)
                    && now.sendings().stream()
                            .filter(sending -> sending.sentAt().isPresent())
                            .noneMatch(sending -> sending.letter().equals(paper))) {
                throw new AccessRefused(Decision.Reason.NO_GROUND);
            }
            return open.paper(ProcedureKind.BESLUIT, besluit, paper);
        });
    }

    /** Portal or letter, for all decisions from now on. */
    public Bezorging choose(Actor.Resident actor, StepId step, boolean inPortal) {
        return procedures.take(
                actor,
                actor.id(),
                HERE,
                "bezorging.choose",
                turn -> bezorging.choose(turn, actor.id(), step, inPortal));
    }
}
