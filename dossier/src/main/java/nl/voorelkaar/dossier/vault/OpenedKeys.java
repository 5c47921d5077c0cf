package nl.voorelkaar.dossier.vault;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.vault.custody.KeyNotHeld;
import nl.voorelkaar.dossier.vault.envelope.Cobblestone;
import nl.voorelkaar.dossier.vault.envelope.DoesNotOpen;
import nl.voorelkaar.dossier.vault.envelope.SecretKeyBytes;

/** Unwrapped section keys, and keys of single things, for as long as one operation takes. */
final class OpenedKeys implements SectionKeys {

    private final ResidentId resident;
    private final Map<Section, Decision.Permitted> grounds;
    private final Map<Section, TreeMap<Integer, SecretKeyBytes>> keys;
    private final Map<Section, BoundKey> bounds;
    private final Optional<String> name;
    private final Contexts contexts;

    OpenedKeys(
            ResidentId resident,
            Map<Section, Decision.Permitted> grounds,
            Map<Section, TreeMap<Integer, SecretKeyBytes>> keys,
            Map<Section, BoundKey> bounds,
            Optional<String> name,
            Contexts contexts) {
        this.resident = resident;
        this.grounds = Map.copyOf(grounds);
        this.keys = keys;
        this.bounds = bounds;
        this.name = name;
        this.contexts = contexts;
    }

    @Override
    public Map<Section, Decision.Permitted> grounds() {
        return grounds;
    }

    @Override
    public Optional<String> name() {
        return name;
    }

    @Override
    public SealedRecord seal(Section section, RecordId record, int version, byte[] plaintext) {
        var epoch = epoch(section);
        return new SealedRecord(
                Cobblestone.SUITE,
                epoch,
                Cobblestone.seal(
                        key(section, epoch), contexts.record(resident, section, epoch, record, version), plaintext));
    }

    @Override
    public byte[] open(Section section, RecordId record, int version, SealedRecord sealed) {
        if (sealed.suite() != Cobblestone.SUITE) {
            throw new DoesNotOpen();
        }
        var bound = bounds.get(section);
        if (bound != null) {
            return bound.open(record, version, sealed);
        }
        return Cobblestone.open(
                key(section, sealed.epoch()),
                contexts.record(resident, section, sealed.epoch(), record, version),
                sealed.bytes());
    }

    @Override
    public OutputStream sealing(Section section, RecordId record, int version, OutputStream sealed) {
        var epoch = epoch(section);
        return Cobblestone.sealing(
                key(section, epoch), contexts.record(resident, section, epoch, record, version), sealed);
    }

    @Override
    public int epoch(Section section) {
        return epochs(section).lastKey();
    }

    @Override
    public InputStream opening(Section section, int epoch, RecordId record, int version, InputStream sealed) {
        return Cobblestone.opening(
                key(section, epoch), contexts.record(resident, section, epoch, record, version), sealed);
    }

    ResidentId resident() {
        return resident;
    }

    /** The key of one thing in this section, when that is all that is open here. */
    Optional<BoundKey> bound(Section section) {
        return Optional.ofNullable(bounds.get(section));
    }

    SecretKeyBytes key(Section section, int epoch) {
        var key = epochs(section).get(epoch);
        if (key == null) {
            throw new KeyNotHeld();
        }
        return key;
    }

    private TreeMap<Integer, SecretKeyBytes> epochs(Section section) {
        var epochs = keys.get(section);
        if (epochs == null) {
            throw new KeyNotHeld();
        }
        return epochs;
    }

    @Override
    public void close() {
        keys.values().forEach(epochs -> epochs.values().forEach(SecretKeyBytes::close));
        bounds.values().forEach(BoundKey::close);
    }
}
