package nl.voorelkaar.dossier.seal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import nl.voorelkaar.dossier.paper.PrintedPaper.Fingerprint;

/** Seals without cryptography: a line behind the paper. For tests of who may seal what, and when. */
public final class AppendedSeals implements DocumentSeal {

    private static final Runnable NOTHING = () -> {};

    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(NOTHING);

    /** Runs once, while the next paper is being sealed. */
    public void meanwhile(Runnable happens) {
        meanwhile.set(happens);
    }

    @Override
    public SealedPaper seal(byte[] pdf, SealRequest request) {
        if (!request.frozen().beginsIn(pdf)) {
            throw new SealRefused(SealRefused.Reason.STALE);
        }
        if (inspect(pdf, request.frozen()).stream()
                .anyMatch(seal -> seal.place().equals(request.place()))) {
            throw new SealRefused(SealRefused.Reason.ALREADY_SEALED);
        }
        meanwhile.getAndSet(NOTHING).run();
        var out = new ByteArrayOutputStream();
        out.writeBytes(pdf);
        out.writeBytes(("\n%zegel " + request.place()).getBytes(StandardCharsets.UTF_8));
        return new SealedPaper(out.toByteArray(), Instant.EPOCH, "0".repeat(64));
    }

    @Override
    public List<Sealed> inspect(byte[] pdf, Fingerprint frozen) {
        var seals = new String(pdf, frozen.length(), pdf.length - frozen.length(), StandardCharsets.UTF_8);
        return seals.lines()
                .filter(line -> line.startsWith("%zegel "))
                .map(line -> new Sealed(line.substring(7), "", "", Instant.EPOCH))
                .toList();
    }
}
