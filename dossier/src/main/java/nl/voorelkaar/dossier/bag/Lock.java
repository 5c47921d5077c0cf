package nl.voorelkaar.dossier.bag;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.util.Optional;
import nl.voorelkaar.dossier.bag.BagRefused.Reason;
import nl.voorelkaar.dossier.vault.envelope.Age;
import nl.voorelkaar.dossier.vault.envelope.DoesNotOpen;

/**
 * What an archive is locked with when its owner wants that: a passphrase that nobody else knows, in the age format
 * (C2SP age), so that it opens without us. Who loses the passphrase has lost the archive.
 */
public final class Lock {

    /** In characters: fewer is guessed too soon. */
    public static final int SHORTEST = 12;

    public static final int LONGEST = 200;

    private final Age age;

    private Lock(Age age) {
        this.age = age;
    }

    public static boolean fits(String passphrase) {
        return passphrase.length() >= SHORTEST && passphrase.length() <= LONGEST;
    }

    /**
     * Takes a fraction of a second and 64 MiB for that long, on purpose. @throws IllegalArgumentException unless it
     * fits
     */
    public static Lock of(String passphrase) {
        if (!fits(passphrase)) {
            throw new IllegalArgumentException("a passphrase has 12 to 200 characters");
        }
        return new Lock(Age.of(passphrase));
    }

    /** In bytes, of what holds so many. */
    public long length(long content) {
        return age.length(content);
    }

    /** Closing it writes the end and closes what is below. */
    public OutputStream onto(OutputStream to) throws IOException {
        return age.sealing(to);
    }

    /**
     * What is in an archive, locked or not.
     *
     * @throws BagRefused {@link Reason#LOCKED} without a passphrase, {@link Reason#WRONG_PASSPHRASE} with another one;
     *     while reading {@link Reason#ALTERED}
     */
    public static InputStream opened(InputStream archive, Optional<String> passphrase) throws IOException {
        var first = archive.readNBytes(Age.beginning());
        var whole = new PushbackInputStream(archive, Age.beginning());
        whole.unread(first);
        if (!Age.begins(first)) {
            return whole;
        }
        try {
            return new Unlocked(Age.opening(whole, passphrase.orElseThrow(() -> new BagRefused(Reason.LOCKED))));
        } catch (DoesNotOpen e) {
            throw new BagRefused(Reason.WRONG_PASSPHRASE);
        }
    }

    /** Says in the words of an archive that it is not as it was made. */
    private static final class Unlocked extends InputStream {

        private final InputStream from;

        Unlocked(InputStream from) {
            this.from = from;
        }

        @Override
        public int read() throws IOException {
            var single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                return from.read(into, offset, length);
            } catch (DoesNotOpen e) {
                throw new BagRefused(Reason.ALTERED);
            }
        }
    }
}
