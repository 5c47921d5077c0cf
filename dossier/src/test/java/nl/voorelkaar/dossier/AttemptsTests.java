package nl.voorelkaar.dossier;

import static nl.voorelkaar.consent.Section.VERHAAL;
import static nl.voorelkaar.dossier.DossierWorld.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Attempts;
import nl.voorelkaar.consent.Handle;
import nl.voorelkaar.consent.LedgerEvent.Kind;
import nl.voorelkaar.consent.LedgerEvent.Outcome;
import nl.voorelkaar.consent.LedgerLine;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.Role;
import org.junit.jupiter.api.Test;

/** An attempt at an entry, a document or a whole dossier is in the log of whose it is, whichever face it came from. */
class AttemptsTests {

    private final DossierWorld world = DossierWorld.shared();
    private final Actor.Resident fatma = world.resident("Fatma");
    private final Actor.Resident hassan = world.resident("Hassan");

    private List<LedgerLine> refusedLooks(int number) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> world.log(fatma, Kind.READ).stream()
                                .filter(line -> line.outcome() == Outcome.REFUSED)
                                .toList(),
                        lines -> lines.size() >= number);
    }

    @Test
    void aResidentWithTheIdOfSomebodyElsesEntryReadsNothingAndIsInTheLogOfThatOther() {
        var entry = world.writes(fatma, VERHAAL, "Alleen van mij");

        DossierWorld.assertRefused(() -> world.resident.dossiers().versions(hassan, hassan.id(), entry.id()));

        assertThat(refusedLooks(1)).singleElement().satisfies(line -> {
            assertThat(line.by()).isEmpty();
            assertThat(line.byResident()).isFalse();
        });
    }

    @Test
    void aProfessionalWhoNamesAnEntryADocumentOrADossierIsInTheLogByName() throws Exception {
        var entry = world.resident
                .documents()
                .add(
                        fatma,
                        fatma.id(),
                        newId(),
                        world.about(VERHAAL, "Brief", ""),
                        "brief.txt",
                        new ByteArrayInputStream("brief".getBytes(StandardCharsets.UTF_8)));
        var document = world.past(world.databases.superuser())
                .sql("select document_id from dossier.document where entry_id = :entry")
                .param("entry", entry.id().value())
                .query(UUID.class)
                .single();
        var attempts = world.workspace.bean(Attempts.class);

        var named = Map.of(
                "Anouk",
                entry.id().value(),
                "Bram",
                document,
                "Carla",
                fatma.id().value());
        named.forEach((name, id) -> attempts.tried(world.professional(name, Role.CM), new Handle(id)));

        assertThat(refusedLooks(3))
                .extracting(line -> line.by().map(Party::name).orElseThrow())
                .containsExactlyInAnyOrderElementsOf(named.keySet());
    }
}
