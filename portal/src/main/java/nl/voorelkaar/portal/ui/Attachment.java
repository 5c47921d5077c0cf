package nl.voorelkaar.portal.ui;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.vaadin.flow.server.streams.DownloadEvent;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** A file to save under a name that somebody else chose; Vaadin's own header would pass its quotes on as they are. */
public final class Attachment {

    private Attachment() {}

    /** To be called before anything is written. */
    public static void named(String fileName, DownloadEvent event) {
        event.getResponse().setHeader(HttpHeaders.CONTENT_DISPOSITION, header(fileName));
    }

    /** As RFC 6266 has it: one name, with its letters escaped. */
    public static String header(String fileName) {
        return ContentDisposition.attachment().filename(fileName, UTF_8).build().toString();
    }
}
