package nl.voorelkaar.portal.resident.sharing;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import nl.voorelkaar.consent.ConsentRecord;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.Words;
import org.springframework.web.util.HtmlUtils;

/** The receipt as a PDF page. */
final class ReceiptPdf {

    private ReceiptPdf() {}

    static void write(ConsentRecord record, String resident, Locale language, OutputStream to) throws IOException {
        var builder = new PdfRendererBuilder();
        builder.withHtmlContent(html(record, resident, language), null);
        builder.toStream(to);
        builder.run();
    }

    static String html(ConsentRecord record, String resident, Locale language) {
        var grant = record.grant();
        var facts = new LinkedHashMap<String, String>();
        facts.put("receipt.resident", resident);
        facts.put("receipt.to", People.full(language, grant.to()));
        facts.put("receipt.from", Dates.moment(grant.from(), language));
        facts.put("grant.until", Dates.day(grant.terms().until(), language));
        facts.put("receipt.number", grant.id().toString());
        facts.put("receipt.fingerprint", record.sha256());
        var html = new StringBuilder("<html lang=\"")
                .append(language.getLanguage())
                .append("\"><head><title>")
                .append(escape(Words.say(language, "receipt.heading")))
                .append(
                        "</title><style>@page{size:A4;margin:22mm}body{font-family:sans-serif;font-size:11pt;line-height:1.5}"
                                + "h1{font-size:20pt}td{padding:4pt 8pt 4pt 0;vertical-align:top}td.what{font-weight:bold;width:38%}"
                                + "li{margin-bottom:4pt}</style></head><body><p>")
                .append(escape(Words.say(language, "house.name")))
                .append("</p><h1>")
                .append(escape(Words.say(language, "receipt.heading")))
                .append("</h1><ul>");
        record.shown()
                .text()
                .lines()
                .forEach(line -> html.append("<li>").append(escape(line)).append("</li>"));
        html.append("</ul><table>");
        facts.forEach((key, value) -> html.append("<tr><td class=\"what\">")
                .append(escape(Words.say(language, key)))
                .append("</td><td>")
                .append(escape(value))
                .append("</td></tr>"));
        return html.append("</table></body></html>").toString();
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
