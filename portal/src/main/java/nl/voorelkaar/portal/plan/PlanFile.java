package nl.voorelkaar.portal.plan;

import java.util.function.Supplier;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Attachment;
import nl.voorelkaar.portal.ui.Icon;

/** A plan as a file to keep. */
public final class PlanFile {

    private PlanFile() {}

    /** @param bytes asked when somebody fetches it */
    public static ActionLink link(String words, String name, Supplier<byte[]> bytes) {
        return ActionLink.download(
                        event -> {
                            var pdf = bytes.get();
                            Attachment.named(name, event);
                            event.setContentType("application/pdf");
                            event.setContentLength(pdf.length);
                            event.getOutputStream().write(pdf);
                        },
                        words)
                .icon(Icon.Shape.DOCUMENT);
    }
}
