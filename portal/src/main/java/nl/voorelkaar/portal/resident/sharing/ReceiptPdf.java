package nl.voorelkaar.portal.resident.sharing;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import nl.voorelkaar.consent.ConsentRecord;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.Proofs;
import nl.voorelkaar.dossier.paper.Paper;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.Words;

/** Receipts on paper, with the records themselves inside. */
public final class ReceiptPdf {

    private static final String JSON = "application/json";

    private ReceiptPdf() {}

    /** The evidence by which this version was given: what came of it later stands beside it. */
    public static ConsentRecord given(Grant grant, List<ConsentRecord> ofRequest) {
        return ofRequest.stream()
                .filter(record -> record.grant().filter(grant.id()::equals).isPresent())
                .filter(record -> record.what() == ConsentRecord.What.CONSENT_GIVEN
                        || record.what() == ConsentRecord.What.CONSENT_NARROWED)
                .findFirst()
                .orElseThrow();
    }

    /** One receipt. Dated when consent was given, so that it stays the same file. */
    public static Paper paper(Grant grant, ConsentRecord record, String resident, Locale language) {
        var paper = begin(grant, "receipt.heading", resident, language, record.sha256())
                .heading(2, Words.say(language, "receipt.text"));
        if (!record.shown().text().isEmpty()) {
            paper.quote(record.shown().text(), record.shown().language());
        }
        attach(paper, "toestemming", record, Words.say(language, "receipt.heading"));
        return paper.build();
    }

    /** All that was decided about one permission, and the lines of the log about it, for who has to judge that. */
    public static Paper forSupervisor(
            Grant grant, List<ConsentRecord> newestFirst, Proofs.Proof proof, String resident, Locale language) {
        var paper = begin(
                        grant,
                        "supervisor.heading",
                        resident,
                        language,
                        newestFirst.getFirst().sha256())
                .paragraph(Words.say(language, "supervisor.check"))
                .attach(new Paper.Attachment(
                        "logboek.json", JSON, Words.say(language, "supervisor.log"), proof.json()));
        for (var record : newestFirst.reversed()) {
            var what = Evidence.what(language, record);
            paper.heading(2, what + ", " + Dates.moment(record.at(), language));
            if (!record.shown().text().isEmpty()) {
                paper.quote(record.shown().text(), record.shown().language());
            }
            attach(paper, record.id().toString(), record, what);
        }
        return paper.build();
    }

    private static Paper.Builder begin(
            Grant grant, String title, String resident, Locale language, String fingerprint) {
        var facts = new LinkedHashMap<String, String>();
        facts.put(Words.say(language, "receipt.resident"), resident);
        facts.put(Words.say(language, "receipt.to"), People.full(language, grant.to()));
        facts.put(Words.say(language, "receipt.from"), Dates.moment(grant.from(), language));
        facts.put(Words.say(language, "grant.until"), Dates.day(grant.terms().until(), language));
        facts.put(Words.say(language, "receipt.number"), grant.id().toString());
        facts.put(Words.say(language, "receipt.fingerprint"), fingerprint);
        return Paper.in(language, Words.say(language, title), grant.from())
                .reference(grant.id().toString())
                .facts(facts);
    }

    private static void attach(Paper.Builder paper, String name, ConsentRecord record, String description) {
        paper.attach(new Paper.Attachment(
                name + ".json", JSON, description, record.json().getBytes(StandardCharsets.UTF_8)));
        record.signature()
                .ifPresent(seal -> paper.attach(
                        new Paper.Attachment(name + ".json.p7s", "application/pkcs7-signature", description, seal)));
    }
}
