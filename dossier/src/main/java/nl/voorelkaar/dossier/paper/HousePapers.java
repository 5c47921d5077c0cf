package nl.voorelkaar.dossier.paper;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

@Component
final class HousePapers implements Papers {

    private static final Pattern CREATED = Pattern.compile("<xmp:CreateDate>[^<]*</xmp:CreateDate>");

    static {
        // What cannot be printed would be quoted in the log.
        XRLog.setLoggingEnabled(false);
    }

    private final Fonts fonts = new Fonts();
    private final FSCacheEx<String, FSCacheValue> metrics = new FSDefaultCacheStore();
    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private final String style = style();
    private final String municipality;

    HousePapers(@Value("${voorelkaar.municipality.name:}") String municipality) {
        this.municipality = municipality;
    }

    @Override
    public PrintedPaper print(Paper paper) {
        var builder = new PdfRendererBuilder();
        builder.withW3cDocument(Sheet.of(paper, municipality, style, fonts::printable), null);
        builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
        builder.usePdfUaAccessibility(true);
        builder.useColorProfile(colours);
        builder.withProducer("Voor Elkaar");
        builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
        builder.useExternalResourceAccessControl(
                (address, type) -> address.startsWith("data:image/png;base64,"),
                ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useCacheStore(CacheStore.PDF_FONT_METRICS, metrics);
        fonts.in(builder);
        try (var renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            return finished(renderer.getPdfDocument(), paper);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PrintedPaper finished(PDDocument pdf, Paper paper) throws IOException {
        var moment = paper.made().truncatedTo(ChronoUnit.SECONDS);
        Calendar made = GregorianCalendar.from(moment.atZone(ZoneOffset.UTC));
        Extras.attach(pdf, paper.attachments(), made);
        Extras.places(pdf, paper.places());
        pdf.getDocumentInformation().setCreationDate(made);
        var metadata = pdf.getDocumentCatalog().getMetadata();
        var xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        metadata.importXMPMetadata(CREATED.matcher(xmp)
                .replaceAll("<xmp:CreateDate>" + DateTimeFormatter.ISO_INSTANT.format(moment) + "</xmp:CreateDate>")
                .getBytes(StandardCharsets.UTF_8));
        // The file's own number is made from this and the facts above, instead of from the machine's clock.
        pdf.setDocumentId(moment.toEpochMilli());
        var file = new ByteArrayOutputStream();
        pdf.save(file);
        return new PrintedPaper(file.toByteArray());
    }

    private static String style() {
        try (var file = HousePapers.class.getResourceAsStream("paper.css")) {
            if (file == null) {
                throw new IllegalStateException("the style of papers is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
