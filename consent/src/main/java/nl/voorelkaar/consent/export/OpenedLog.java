package nl.voorelkaar.consent.export;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.LedgerLine;
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
        return all(Optional.of(from), Optional.of(until), filter -> ledger.forLetter(resident, filter), line -> {
            nen7513.accept(forms.auditEvent(resident, line));
            logboek.accept(forms.dataProcessing(line, subject));
        });
    }

    @Override
    public void auditEvents(Actor.Resident actor, Consumer<String> each) {
        all(
                Optional.empty(),
                Optional.empty(),
                filter -> ledger.read(actor, filter),
                line -> each.accept(forms.auditEvent(actor.id(), line)));
    }

    private static int all(
            Optional<LocalDate> from,
            Optional<LocalDate> until,
            Function<Ledger.Filter, Ledger.Page> pages,
            Consumer<LedgerLine> each) {
        var seen = 0;
        Optional<Long> before = Optional.empty();
        do {
            var page = pages.apply(new Ledger.Filter(Set.of(), Optional.empty(), from, until, before, PAGE));
            page.lines().forEach(each);
            seen += page.lines().size();
            before = page.next();
        } while (before.isPresent());
        return seen;
    }
}
