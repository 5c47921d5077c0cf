package nl.voorelkaar.portal.resident.sharing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.voorelkaar.consent.ConsentRecord;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.Mandate;
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
        var print = newestFirst.getFirst().sha256();
        return forSupervisor(
                begin(grant, "supervisor.heading", resident, language, print), newestFirst, proof, language);
    }

    /** The same for a mandate. */
    public static Paper forSupervisor(
            Mandate mandate, List<ConsentRecord> newestFirst, Proofs.Proof proof, String resident, Locale language) {
        var paper = begin(
                mandate.id().value(),
                mandate.from(),
                "supervisor.heading",
                resident,
                mandate.carer().map(Mandate.Carer::name).orElse(""),
                mandate.lastDay().map(day -> Dates.day(day, language)).orElse(""),
                language,
                newestFirst.getFirst().sha256());
        return forSupervisor(paper, newestFirst, proof, language);
    }

    private static Paper forSupervisor(
            Paper.Builder paper, List<ConsentRecord> newestFirst, Proofs.Proof proof, Locale language) {
        paper.paragraph(Words.say(language, "supervisor.check"))
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
        return begin(
                grant.id().value(),
                grant.from(),
                title,
                resident,
                People.full(language, grant.to()),
                Dates.day(grant.terms().until(), language),
                language,
                fingerprint);
    }

    private static Paper.Builder begin(
            UUID id,
            Instant from,
            String title,
            String resident,
            String to,
            String until,
            Locale language,
            String fingerprint) {
        var facts = new LinkedHashMap<String, String>();
        facts.put(Words.say(language, "receipt.resident"), resident);
        facts.put(Words.say(language, "receipt.to"), to);
        facts.put(Words.say(language, "receipt.from"), Dates.moment(from, language));
        facts.put(Words.say(language, "grant.until"), until);
        facts.put(Words.say(language, "receipt.number"), id.toString());
        facts.put(Words.say(language, "receipt.fingerprint"), fingerprint);
        return Paper.in(language, Words.say(language, title), from)
                .reference(id.toString())
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
