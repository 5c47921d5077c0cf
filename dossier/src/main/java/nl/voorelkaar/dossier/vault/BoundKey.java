package nl.voorelkaar.dossier.vault;

import java.util.Arrays;
import java.util.Map;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.vault.envelope.Cobblestone;
import nl.voorelkaar.dossier.vault.envelope.DoesNotOpen;
import nl.voorelkaar.dossier.vault.envelope.SecretKeyBytes;

/** The key of one thing, and what it opens besides: single records of the section that the thing is in. */
final class BoundKey implements Compartments.Compartment {

    private final ResidentId resident;
    private final GrantId grant;
    private final SecretKeyBytes key;
    private final Map<Record, byte[]> openers;
    private final Contexts contexts;

    record Record(RecordId id, int version) {}

    /** @param openers of single records, wrapped under the key */
    BoundKey(ResidentId resident, GrantId grant, SecretKeyBytes key, Map<Record, byte[]> openers, Contexts contexts) {
        this.resident = resident;
        this.grant = grant;
        this.key = key;
        this.openers = openers;
        this.contexts = contexts;
    }

    /** @throws DoesNotOpen for every record that is not of the thing */
    byte[] open(RecordId record, int version, SealedRecord sealed) {
        var wrapped = openers.get(new Record(record, version));
        if (wrapped == null) {
            throw new DoesNotOpen();
        }
        var opener = Cobblestone.open(key, contexts.recordKey(resident, grant, record, version), wrapped);
        try {
            return Cobblestone.openWith(opener, sealed.bytes());
        } finally {
            Arrays.fill(opener, (byte) 0);
        }
    }

    @Override
    public byte[] seal(RecordId record, int version, byte[] plaintext) {
        return Cobblestone.seal(key, contexts.bounded(resident, grant, record, version), plaintext);
    }

    @Override
    public byte[] unseal(RecordId record, int version, byte[] sealed) {
        return Cobblestone.open(key, contexts.bounded(resident, grant, record, version), sealed);
    }

    boolean isOf(GrantId other) {
        return grant.equals(other);
    }

    @Override
    public void close() {
        key.close();
    }
}
