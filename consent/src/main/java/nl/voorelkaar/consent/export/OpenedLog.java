package nl.voorelkaar.consent.export;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.LogExport;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Sealing;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

@Component
class OpenedLog implements LogExport {

    private static final int PAGE = 200;

    private final Ledger ledger;
    private final Sealing sealing;
    private final PublishedForms forms;

    OpenedLog(
            Ledger ledger,
            Sealing sealing,
            @Value("${voorelkaar.public-url:}") String publicUrl,
            @Value("${voorelkaar.municipality.name:}") String municipality) {
        this.ledger = ledger;
        this.sealing = sealing;
        this.forms = new PublishedForms(publicUrl, municipality);
    }

    @Override
    public int write(
            ResidentId resident, LocalDate from, LocalDate until, Consumer<String> nen7513, Consumer<String> logboek) {
        ledger.appendNow(new LedgerEvent(
                resident,
                LedgerEvent.Kind.EXPORTED,
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                LedgerEvent.Outcome.DONE,
                Map.of("what", "ACCOUNT")));
        var subject = sealing.index("log-export/v1", resident.toString());
        var written = 0;
        Optional<Long> before = Optional.empty();
        do {
            var page = ledger.forLetter(
                    resident,
                    new Ledger.Filter(Set.of(), Optional.empty(), Optional.of(from), Optional.of(until), before, PAGE));
            for (var line : page.lines()) {
                nen7513.accept(forms.auditEvent(resident, line));
                logboek.accept(forms.dataProcessing(line, subject));
                written++;
            }
            before = page.next();
        } while (before.isPresent());
        return written;
    }
}
