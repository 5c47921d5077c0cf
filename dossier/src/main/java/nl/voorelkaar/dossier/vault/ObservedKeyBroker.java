package nl.voorelkaar.dossier.vault;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;

/**
 * Counts and times how keys are released: the one thing that every opening of anything passes. What is told is who asks
 * in kind, and how it ended; never who, of whom, or what.
 */
final class ObservedKeyBroker implements KeyBroker {

    private final KeyBroker broker;
    private final ObservationRegistry observations;

    ObservedKeyBroker(KeyBroker broker, ObservationRegistry observations) {
        this.broker = broker;
        this.observations = observations;
    }

    @Override
    public SectionKeys open(Actor actor, Access access) {
        return observed(actor, () -> broker.open(actor, access));
    }

    @Override
    public SectionKeys openAny(Actor actor, Access access) {
        return observed(actor, () -> broker.openAny(actor, access));
    }

    @Override
    public <T> Optional<Found<T>> openFound(Actor actor, ResidentId resident, Look<T> look) {
        return observed(actor, () -> broker.openFound(actor, resident, look));
    }

    @Override
    public SectionKeys openForPreview(Actor.Resident actor, Set<Section> sections) {
        return observed(actor, () -> broker.openForPreview(actor, sections));
    }

    @Override
    public SealedRecord sealOwn(Actor.Resident actor, RecordId record, int version, byte[] plaintext) {
        return broker.sealOwn(actor, record, version, plaintext);
    }

    @Override
    public byte[] openOwn(Actor.Resident actor, RecordId record, int version, SealedRecord sealed) {
        return broker.openOwn(actor, record, version, sealed);
    }

    @Override
    public void create(ResidentId resident) {
        broker.create(resident);
    }

    @Override
    public void label(ResidentId resident, String name) {
        broker.label(resident, name);
    }

    private <T> T observed(Actor actor, Supplier<T> opening) {
        var observation = Observation.createNotStarted("voorelkaar.keys", observations)
                .lowCardinalityKeyValue("by", kind(actor))
                .lowCardinalityKeyValue("outcome", "failed");
        return observation.observe(() -> {
            try {
                var opened = opening.get();
                observation.lowCardinalityKeyValue("outcome", opened.equals(Optional.empty()) ? "refused" : "released");
                return opened;
            } catch (AccessRefused refused) {
                observation.lowCardinalityKeyValue("outcome", "refused");
                throw refused;
            }
        });
    }

    private static String kind(Actor actor) {
        return switch (actor) {
            case Actor.Resident ignored -> "resident";
            case Actor.Acting ignored -> "acting";
            case Actor.Professional ignored -> "professional";
        };
    }
}
