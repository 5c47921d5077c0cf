package nl.voorelkaar.portal.resident.moving;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.bag.Bags;
import nl.voorelkaar.portal.notice.ResidentNews;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The archives that residents had made on this node: one each, until it was fetched no longer. Whoever leaves the page,
 * or signs out, finds it when they sign in again; nobody else does, and no other node has it.
 */
@Component
@Face.OnResident
class Parcels {

    private final Bags bags;
    private final PaperTrail papers;
    private final Packing packing;
    private final ResidentNews news;
    private final Clock clock;
    private final Map<ResidentId, Parcel> all = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("parcels").factory());

    Parcels(Bags bags, PaperTrail papers, Packing packing, ResidentNews news, Clock clock) {
        this.bags = bags;
        this.papers = papers;
        this.packing = packing;
        this.news = news;
        this.clock = clock;
    }

    /** Looks at the product's clock often, whatever the machine's says. */
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        timer.scheduleWithFixedDelay(this::sweep, 20, 20, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        timer.shutdown();
    }

    /** Throws away what cannot be fetched any more. */
    void sweep() {
        all.values().removeIf(Parcel::over);
    }

    /** What this resident has being packed, or ready, or failed. */
    Optional<Parcel> of(ResidentId resident) {
        return Optional.ofNullable(all.get(resident)).filter(parcel -> !parcel.over());
    }

    /**
     * Begins to pack, in place of what this resident had. When nobody looks as it is ready, a notice goes out.
     *
     * @param evidence whether consent and the proof of the log go along
     * @param passphrase to lock it with
     */
    Parcel start(
            Actor.Resident actor,
            Set<Section> sections,
            boolean evidence,
            Optional<String> passphrase,
            Locale language) {
        // There is room again when somebody needs it.
        sweep();
        var parcel = new Parcel(clock);
        Optional.ofNullable(all.put(actor.id(), parcel)).ifPresent(Parcel::close);
        var enclosures = papers.of(actor, evidence, language);
        packing.soon(() -> {
            parcel.pack(progress -> bags.pack(actor, sections, enclosures, progress), passphrase);
            if (parcel.state() instanceof Parcel.State.Ready && !parcel.watched()) {
                news.tell(actor.id(), "copy-ready", UUID.randomUUID());
            }
        });
        return parcel;
    }
}
