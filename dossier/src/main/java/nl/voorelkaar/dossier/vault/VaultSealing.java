package nl.voorelkaar.dossier.vault;

import java.nio.ByteBuffer;
import java.util.UUID;
import nl.voorelkaar.consent.Sealing;
import nl.voorelkaar.dossier.vault.custody.Kek;
import nl.voorelkaar.dossier.vault.envelope.Cobblestone;
import nl.voorelkaar.dossier.vault.envelope.DoesNotOpen;

/**
 * Seals what consent and the register keep. Format: suite (1 byte), then for the ledger the window (16 bytes) and for
 * the rest the version of the branch key (4 bytes), then Cobblestone-256.
 */
final class VaultSealing implements Sealing {

    private final BranchKeys branches;
    private final AuditKeys audit;
    private final Contexts contexts;
    private final BlindIndex indexes;

    VaultSealing(BranchKeys branches, AuditKeys audit, Contexts contexts, BlindIndex indexes) {
        this.branches = branches;
        this.audit = audit;
        this.contexts = contexts;
        this.indexes = indexes;
    }

    @Override
    public byte[] seal(Kind kind, UUID owner, String context, byte[] plaintext) {
        return switch (kind) {
            case LEDGER -> sealLine(owner, context, plaintext);
            case DIRECTORY -> seal(Kek.DIRECTORY, kind, owner, context, plaintext);
            case PROFILE -> seal(Kek.OWN, kind, owner, context, plaintext);
        };
    }

    @Override
    public byte[] open(Kind kind, UUID owner, String context, byte[] sealed) {
        return switch (kind) {
            case LEDGER -> openLine(owner, context, sealed);
            case DIRECTORY -> open(Kek.DIRECTORY, kind, owner, context, sealed);
            case PROFILE -> open(Kek.OWN, kind, owner, context, sealed);
        };
    }

    @Override
    public byte[] index(String label, String value) {
        return indexes.index(label, value);
    }

    @Override
    public void prepare(Kind kind, UUID owner) {
        if (kind == Kind.LEDGER) {
            audit.writing(owner);
        }
    }

    private byte[] sealLine(UUID owner, String context, byte[] plaintext) {
        var window = audit.writing(owner);
        var sealed = Cobblestone.seal(window.key(), contexts.line(owner, window.id(), context), plaintext);
        return ByteBuffer.allocate(1 + 16 + sealed.length)
                .put((byte) Cobblestone.SUITE)
                .putLong(window.id().getMostSignificantBits())
                .putLong(window.id().getLeastSignificantBits())
                .put(sealed)
                .array();
    }

    private byte[] openLine(UUID owner, String context, byte[] sealed) {
        var bytes = opened(sealed, 16);
        var window = new UUID(bytes.getLong(), bytes.getLong());
        return Cobblestone.open(audit.reading(owner, window), contexts.line(owner, window, context), rest(bytes));
    }

    private byte[] seal(Kek kek, Kind kind, UUID owner, String context, byte[] plaintext) {
        var sealed = branches.seal(kek, owner, plaintext, contexts.sealed(kind.name(), owner, context));
        return ByteBuffer.allocate(1 + 4 + sealed.bytes().length)
                .put((byte) Cobblestone.SUITE)
                .putInt(sealed.branchVersion())
                .put(sealed.bytes())
                .array();
    }

    private byte[] open(Kek kek, Kind kind, UUID owner, String context, byte[] sealed) {
        var bytes = opened(sealed, 4);
        var version = bytes.getInt();
        return branches.open(
                kek, owner, new BranchKeys.Wrapped(version, rest(bytes)), contexts.sealed(kind.name(), owner, context));
    }

    private static ByteBuffer opened(byte[] sealed, int header) {
        var bytes = ByteBuffer.wrap(sealed);
        if (sealed.length < 1 + header || bytes.get() != Cobblestone.SUITE) {
            throw new DoesNotOpen();
        }
        return bytes;
    }

    private static byte[] rest(ByteBuffer bytes) {
        var rest = new byte[bytes.remaining()];
        bytes.get(rest);
        return rest;
    }
}
