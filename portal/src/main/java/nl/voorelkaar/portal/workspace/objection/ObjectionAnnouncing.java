package nl.voorelkaar.portal.workspace.objection;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.decision.ReadyLetter;
import nl.voorelkaar.dossier.decision.Sending;
import nl.voorelkaar.dossier.objection.Bezwaar;
import nl.voorelkaar.dossier.objection.ObjectionEvent;
import nl.voorelkaar.dossier.objection.Objections;
import nl.voorelkaar.dossier.paper.Paper;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.PaperId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.portal.letter.LetterRoom;
import nl.voorelkaar.portal.letter.ObjectionLetter;
import org.springframework.stereotype.Component;

/** Makes the decision on an objection known: by its letter, printed, sealed, kept and sent. */
@Component
@Face.OnWorkspace
class ObjectionAnnouncing {

    private final Objections objections;
    private final LetterRoom room;
    private final Clock clock;

    ObjectionAnnouncing(Objections objections, LetterRoom room, Clock clock) {
        this.objections = objections;
        this.room = room;
        this.clock = clock;
    }

    /** Who sends what, by which way. @param by whose name stands under the letter */
    record Order(
            Objections.Found found,
            ObjectionEvent.Decided decision,
            Author.Professional by,
            Sending.Channel channel,
            List<String> address) {

        @Override
        public String toString() {
            return "Order[" + channel + "]";
        }
    }

    /** The letter as the resident will get it when it leaves today; without a seal. */
    byte[] preview(Order order) {
        return room.preview(paper(order, clock.instant()));
    }

    private static Paper paper(Order order, Instant now) {
        Bezwaar bezwaar = order.found().bezwaar();
        return new ObjectionLetter(
                        bezwaar,
                        order.decision(),
                        order.found().besluit().sendings().stream()
                                .flatMap(sending -> sending.sentAt().stream())
                                .findFirst()
                                .map(CalendarDays::dayOf)
                                .orElseThrow(),
                        order.by().name(),
                        bezwaar.appealUntil(order.channel(), now),
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
    Objections.Found announce(Actor.Professional actor, ResidentId resident, Order order, StepId step) {
        var now = clock.instant();
        var id = order.found().bezwaar().id();
        var sealed = room.seal(
                paper(order, now),
                ObjectionLetter.SEAL,
                order.by(),
                ObjectionLetter.declaration(order.by().name()),
                Map.of(
                        "bezwaar", id.toString(),
                        "beslisser", order.by().party().toString(),
                        "uitkomst", order.decision().outcome().name()));
        var letter = new ReadyLetter(
                UuidV7.at(now), order.channel(), order.address(), new PaperId(UuidV7.at(now)), sealed.sha256());
        var ready = objections.ready(actor, resident, id, step, order.decision(), letter, sealed.pdf());
        return ready.bezwaar()
                .sendings()
                .waiting()
                .map(waiting -> deliver(actor, resident, ready, waiting))
                .orElse(ready);
    }

    /** Hands a letter that lies ready to the post; a second time with the same reference. */
    Objections.Found deliver(Actor.Professional actor, ResidentId resident, Objections.Found found, Sending ready) {
        var id = found.bezwaar().id();
        var reference = room.post(ready, objections.letter(actor, resident, id, ready.letter()));
        return objections.sent(actor, resident, id, LetterRoom.leaving(ready), ready.id(), reference);
    }
}
