package nl.voorelkaar.portal.workspace.complaint;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.complaint.ComplaintEvent;
import nl.voorelkaar.dossier.complaint.Complaints;
import nl.voorelkaar.dossier.complaint.Klacht;
import nl.voorelkaar.dossier.decision.ReadyLetter;
import nl.voorelkaar.dossier.decision.Sending;
import nl.voorelkaar.dossier.paper.Paper;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.PaperId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.portal.letter.ComplaintLetter;
import nl.voorelkaar.portal.letter.LetterRoom;
import org.springframework.stereotype.Component;

/** Makes the outcome of a complaint known: by its letter, printed, sealed, kept and given to the post. */
@Component
@Face.OnWorkspace
class ComplaintAnnouncing {

    private final Complaints complaints;
    private final LetterRoom room;
    private final Clock clock;

    ComplaintAnnouncing(Complaints complaints, LetterRoom room, Clock clock) {
        this.complaints = complaints;
        this.room = room;
        this.clock = clock;
    }

    /** Who sends what, and where to. @param by whose name stands under the letter */
    record Order(Klacht klacht, ComplaintEvent.Settled outcome, Author.Professional by, List<String> address) {

        @Override
        public String toString() {
            return "Order[" + outcome.judgement() + "]";
        }
    }

    /** The letter as the resident will get it when it leaves today; without a seal. */
    byte[] preview(Order order) {
        return room.preview(paper(order, clock.instant()));
    }

    private static Paper paper(Order order, Instant now) {
        return new ComplaintLetter(
                        order.klacht(),
                        order.outcome(),
                        order.by().name(),
                        order.klacht().ombudsmanUntil(now),
                        order.address(),
                        now)
                .paper();
    }

    /**
     * @param step chosen when the page was made
     * @throws nl.voorelkaar.dossier.procedure.StepRefused when the rules say no
     * @throws nl.voorelkaar.dossier.seal.SealRefused when there is no seal or no timestamp now; nothing left
     * @throws nl.voorelkaar.portal.notice.LetterPost.NotTaken when the post did not take it; it lies ready
     */
    Klacht announce(Actor.Professional actor, ResidentId resident, Order order, StepId step) {
        var now = clock.instant();
        var id = order.klacht().id();
        var sealed = room.seal(
                paper(order, now),
                ComplaintLetter.SEAL,
                order.by(),
                ComplaintLetter.declaration(order.by().name()),
                Map.of(
                        "klacht", id.toString(),
                        "behandelaar", order.by().party().toString(),
                        "oordeel", order.outcome().judgement().name()));
        var letter = new ReadyLetter(
                UuidV7.at(now), Sending.Channel.BRIEF, order.address(), new PaperId(UuidV7.at(now)), sealed.sha256());
        var ready = complaints.ready(actor, resident, id, step, order.outcome(), letter, sealed.pdf());
        return ready.sendings()
                .waiting()
                .map(waiting -> deliver(actor, resident, ready, waiting))
                .orElse(ready);
    }

    /** Hands a letter that lies ready to the post; a second time with the same reference. */
    Klacht deliver(Actor.Professional actor, ResidentId resident, Klacht klacht, Sending ready) {
        var reference = room.post(ready, complaints.letter(actor, resident, klacht.id(), ready.letter()));
        return complaints.sent(actor, resident, klacht.id(), LetterRoom.leaving(ready), ready.id(), reference);
    }
}
