package nl.voorelkaar.portal.resident.moving;

import com.vaadin.flow.server.VaadinSession;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.bag.Bags;
import org.springframework.stereotype.Component;

/** The archives of the sessions on this node: one each, as long as the session lasts and no longer than it may be fetched. */
@Component
@Face.OnResident
class Parcels {

    private final Bags bags;
    private final PaperTrail papers;
    private final Packing packing;
    private final Clock clock;
    private final Set<Parcel> all = ConcurrentHashMap.newKeySet();

    Parcels(Bags bags, PaperTrail papers, Packing packing, Clock clock) {
        this.bags = bags;
        this.papers = papers;
        this.packing = packing;
        this.clock = clock;
    }

    /** What this session packs, or has ready. */
    Optional<Parcel> mine() {
        return Optional.ofNullable(
                        (Parcel) VaadinSession.getCurrent().getSession().getAttribute(Parcel.class.getName()))
                .filter(parcel -> !parcel.over());
    }

    /**
     * Begins to pack, in place of what this session had.
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
        // Nobody need look at a clock: there is room again when somebody needs it.
        all.removeIf(Parcel::over);
        var parcel = new Parcel(clock);
        all.add(parcel);
        VaadinSession.getCurrent().getSession().setAttribute(Parcel.class.getName(), parcel);
        var enclosures = papers.of(actor, evidence, language);
        packing.soon(() -> parcel.pack(progress -> bags.pack(actor, sections, enclosures, progress), passphrase));
        return parcel;
    }
}
