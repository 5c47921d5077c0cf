package nl.voorelkaar.portal.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.DocumentRefused;
import nl.voorelkaar.dossier.Documents;
import nl.voorelkaar.dossier.EntryId;
import nl.voorelkaar.portal.ui.Attachment;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.stereotype.Component;

/** Sends files, whole or one range of them (RFC 9110 §14). Several ranges at once give the whole, as the RFC allows. */
@Component
class Files {

    private static final int STEP = 16 * 1024;

    private final Documents documents;

    Files(Documents documents) {
        this.documents = documents;
    }

    void send(Actor actor, ResidentId resident, EntryId id, @Nullable String asked, HttpServletResponse response)
            throws IOException {
        var range = range(asked);
        try {
            documents.download(actor, resident, id, (file, content) -> {
                var size = file.size();
                var first = range.map(wanted -> wanted.getRangeStart(size)).orElse(0L);
                var last = range.map(wanted -> wanted.getRangeEnd(size)).orElse(size - 1);
                response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
                if (first > last) {
                    response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
                    throw new NotThatFar();
                }
                if (range.isPresent()) {
                    response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
                    response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes " + first + "-" + last + "/" + size);
                }
                response.setContentType(file.mediaType());
                response.setContentLengthLong(last - first + 1);
                response.setHeader(HttpHeaders.CONTENT_DISPOSITION, Attachment.header(file.fileName()));
                // From here on only bytes of the file follow, or none.
                response.flushBuffer();
                content.skipNBytes(first);
                copy(content, response, last - first + 1);
            });
        } catch (AccessRefused stopped) {
            if (response.isCommitted()) {
                throw new IOException("stopped on the way");
            }
            throw stopped;
        } catch (DocumentRefused none) {
            throw new NoFile();
        }
    }

    private static Optional<HttpRange> range(@Nullable String asked) {
        if (asked == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(HttpRange.parseRanges(asked))
                    .filter(all -> all.size() == 1)
                    .map(List::getFirst);
        } catch (IllegalArgumentException notOne) {
            // RFC 9110 §14.2: what is not understood is ignored.
            return Optional.empty();
        }
    }

    private static void copy(InputStream content, HttpServletResponse response, long bytes) throws IOException {
        var to = response.getOutputStream();
        var step = new byte[STEP];
        for (var left = bytes; left > 0; ) {
            var read = content.read(step, 0, (int) Math.min(step.length, left));
            if (read < 0) {
                throw new IOException("the file ended early");
            }
            to.write(step, 0, read);
            left -= read;
        }
        to.flush();
    }

    /** The entry has no file. */
    static final class NoFile extends RuntimeException {}

    /** The range begins after the end. */
    static final class NotThatFar extends RuntimeException {}
}
