package nl.voorelkaar.portal.resident.sharing;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import nl.voorelkaar.consent.ConsentRecord;
import nl.voorelkaar.dossier.paper.Paper;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.Words;

/** The receipt on paper, with the record itself inside. Dated when consent was given, so that it stays the same file. */
public final class ReceiptPdf {

    private ReceiptPdf() {}

    public static Paper paper(ConsentRecord record, String resident, Locale language) {
        var grant = record.grant();
        var facts = new LinkedHashMap<String, String>();
        facts.put(Words.say(language, "receipt.resident"), resident);
        facts.put(Words.say(language, "receipt.to"), People.full(language, grant.to()));
        facts.put(Words.say(language, "receipt.from"), Dates.moment(grant.from(), language));
        facts.put(Words.say(language, "grant.until"), Dates.day(grant.terms().until(), language));
        facts.put(Words.say(language, "receipt.number"), grant.id().toString());
        facts.put(Words.say(language, "receipt.fingerprint"), record.sha256());
        return Paper.in(language, Words.say(language, "receipt.heading"), grant.from())
                .reference(grant.id().toString())
                .facts(facts)
                .heading(2, Words.say(language, "receipt.text"))
                .quote(record.shown().text(), record.shown().language())
                .attach(new Paper.Attachment(
                        "toestemming.json",
                        "application/json",
                        Words.say(language, "receipt.heading"),
                        record.json().getBytes(StandardCharsets.UTF_8)))
                .build();
    }
}
