package nl.voorelkaar.portal.resident.proof;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.vaadin.flow.component.html.Div;
import java.util.Map;

/** A text as a QR code, drawn as one path: sharp on paper and on every screen. */
final class QrCode extends Div {

    /** What readers need around it. */
    private static final int MARGIN = 4;

    /** @param name what it is, for who does not see it */
    QrCode(String text, String name) {
        addClassName("ve-qr");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", name);
        getElement().setProperty("innerHTML", drawing(text));
    }

    private static String drawing(String text) {
        try {
            var hints = Map.of(
                    EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, (Object) MARGIN);
            var dots = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
            var size = dots.getWidth();
            var ink = new StringBuilder();
            for (var y = 0; y < size; y++) {
                for (var x = 0; x < size; x++) {
                    if (dots.get(x, y)) {
                        ink.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                    }
                }
            }
            return "<svg viewBox='0 0 %1$d %1$d' shape-rendering='crispEdges'><path d='M0 0h%1$dv%1$dh-%1$dz' fill='#fff'/><path d='%2$s' fill='#000'/></svg>"
                    .formatted(size, ink);
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }
}
