package nl.voorelkaar.dossier.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.dossier.DocumentRefused;
import org.apache.tika.Tika;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;

/**
 * Which files are accepted, and whether a file is what its name says. The type comes from the first bytes; the name
 * only chooses between types whose first bytes are alike, such as Word and Excel.
 */
final class MediaTypes {

    /** How many bytes from the start are looked at. */
    static final int HEAD = 64 * 1024;

    private static final Tika TIKA = new Tika(MimeTypes.getDefaultMimeTypes());
    private static final MediaTypeRegistry FAMILY =
            MimeTypes.getDefaultMimeTypes().getMediaTypeRegistry();

    private MediaTypes() {}

    enum Accepted {
        PDF("application/pdf", "pdf"),
        JPEG("image/jpeg", "jpg", "jpeg"),
        PNG("image/png", "png"),
        GIF("image/gif", "gif"),
        WEBP("image/webp", "webp"),
        TEXT("text/plain", "txt"),
        WORD("application/msword", "doc"),
        EXCEL("application/vnd.ms-excel", "xls"),
        WORD_XML("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
        EXCEL_XML("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
        ODF_TEXT("application/vnd.oasis.opendocument.text", "odt"),
        ODF_SHEET("application/vnd.oasis.opendocument.spreadsheet", "ods"),
        ODF_SLIDES("application/vnd.oasis.opendocument.presentation", "odp");

        private final String type;
        private final Set<String> extensions;

        Accepted(String type, String... extensions) {
            this.type = type;
            this.extensions = Set.of(extensions);
        }

        String type() {
            return type;
        }

        /** Whether pages of it are shown as pictures. */
        boolean isDrawn() {
            return switch (this) {
                case PDF, JPEG, PNG, GIF, WEBP -> true;
                default -> false;
            };
        }

        private static Optional<Accepted> named(String extension) {
            return Arrays.stream(values())
                    .filter(accepted -> accepted.extensions.contains(extension))
                    .findFirst();
        }

        static Optional<Accepted> typed(String type) {
            return Arrays.stream(values())
                    .filter(accepted -> accepted.type.equals(type))
                    .findFirst();
        }

        private boolean is(String detected, String head) {
            return switch (this) {
                case TEXT -> FAMILY.isInstanceOf(detected, MediaType.TEXT_PLAIN) && head.indexOf('\0') < 0;
                case WORD, EXCEL -> detected.equals(type) || detected.equals("application/x-tika-msoffice");
                case WORD_XML -> zipped(detected) && head.contains("word/") && !head.contains("xl/workbook");
                case EXCEL_XML -> zipped(detected) && head.contains("xl/") && !head.contains("word/document");
                default -> detected.equals(type);
            };
        }

        private boolean zipped(String detected) {
            return detected.equals(type)
                    || detected.equals("application/x-tika-ooxml")
                    || detected.equals("application/zip");
        }
    }

    /**
     * @param head the first {@link #HEAD} bytes, or all when there are fewer; at least one
     * @throws DocumentRefused when it is not accepted, or not what its name says
     */
    static Accepted of(byte[] head, FileName name) {
        var detected = TIKA.detect(head);
        var text = new String(head, ISO_8859_1);
        var extension = name.extension().toLowerCase(Locale.ROOT);
        var claimed = Accepted.named(extension);
        if (claimed.isPresent()) {
            return claimed.filter(accepted -> accepted.is(detected, text))
                    .orElseThrow(() -> new DocumentRefused(DocumentRefused.Reason.NOT_WHAT_ITS_NAME_SAYS));
        }
        if (!extension.isEmpty()) {
            throw new DocumentRefused(
                    Accepted.typed(detected).isPresent()
                            ? DocumentRefused.Reason.NOT_WHAT_ITS_NAME_SAYS
                            : DocumentRefused.Reason.TYPE_NOT_ACCEPTED);
        }
        return Accepted.typed(detected)
                .filter(accepted -> accepted.is(detected, text))
                .orElseThrow(() -> new DocumentRefused(DocumentRefused.Reason.TYPE_NOT_ACCEPTED));
    }
}
