package nl.voorelkaar.dossier;

import static nl.voorelkaar.consent.Section.GELD;
import static nl.voorelkaar.consent.Section.GEZONDHEID;
import static nl.voorelkaar.consent.Section.VERHAAL;
import static nl.voorelkaar.consent.Section.WONEN;
import static nl.voorelkaar.dossier.DossierWorld.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.ConsentRefused;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.LedgerEvent.Kind;
import nl.voorelkaar.consent.RequestId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.document.Samples;
import org.junit.jupiter.api.Test;

class PreviewTests {

    private final DossierWorld world = DossierWorld.shared();
    private final Dossiers dossiers = world.resident.dossiers();
    private final Dossiers werkplek = world.workspace.dossiers();

    @Test
    void thePreviewIsTheScreenThatTheAskerGets() throws Exception {
        var fatma = world.resident("Fatma Yılmaz");
        var eerder = world.professional("Gerard Bos", Role.CO);
        var anouk = world.professional("Anouk Meijer", Role.CO);
        world.grants(fatma, eerder, world.toReadAndAdd(GELD));
        werkplek.add(eerder, fatma.id(), newId(), world.about(GELD, "Door Gerard", "toeslag aangevraagd"));
        world.writes(fatma, VERHAAL, "Mijn week", "zwemmen");
        var edited = world.writes(fatma, VERHAAL, "Oude titel");
        dossiers.edit(fatma, fatma.id(), edited.id(), 1, world.about(VERHAAL, "Nieuwe titel", "nieuw"));
        dossiers.remove(
                fatma, fatma.id(), world.writes(fatma, VERHAAL, "Weggehaald").id());
        world.writes(fatma, GEZONDHEID, "Niet gevraagd");
        world.resident
                .documents()
                .add(
                        fatma,
                        fatma.id(),
                        newId(),
                        world.about(GELD, "Brief", "van de bank"),
                        "bank.pdf",
                        new ByteArrayInputStream(Samples.pdf(2)));
        var terms = world.toReadAndAdd(VERHAAL, GELD, WONEN);
        var request = world.asks(anouk, fatma.id(), terms);

        var preview = dossiers.preview(fatma, request, terms);
        var grant = world.says(fatma, request, terms);
        var seen = werkplek.open(anouk, fatma.id());

        assertThat(preview.sections()).hasSize(3);
        assertThat(preview.sections().getFirst().entries()).hasSize(2);
        assertThat(preview).usingRecursiveComparison().isEqualTo(withoutGrantId(seen));
        assertThat(seen.sections())
                .as("the one thing that the preview cannot know")
                .allSatisfy(section -> assertThat(section.ground().grant()).contains(grant.id()));
    }

    @Test
    void narrowerTermsShowLess() {
        var fatma = world.resident("Fatma");
        var anouk = world.professional("Anouk Meijer", Role.CO);
        world.writes(fatma, VERHAAL, "Mijn week");
        world.writes(fatma, GELD, "Mijn geld");
        var request = world.asks(anouk, fatma.id(), world.toReadAndAdd(VERHAAL, GELD));
        var narrower = world.toRead(VERHAAL);

        var preview = dossiers.preview(fatma, request, narrower);
        world.says(fatma, request, narrower);

        assertThat(preview).usingRecursiveComparison().isEqualTo(withoutGrantId(werkplek.open(anouk, fatma.id())));
        assertThat(preview.sections()).hasSize(1);
    }

    @Test
    void thePreviewIsInTheLogAndNoReadOfTheAsker() {
        var fatma = world.resident("Fatma");
        var anouk = world.professional("Anouk Meijer", Role.CO);
        var terms = world.toRead(VERHAAL);
        dossiers.preview(fatma, world.asks(anouk, fatma.id(), terms), terms);

        assertThat(world.log(fatma, Kind.PREVIEWED)).singleElement().satisfies(line -> {
            assertThat(line.byResident()).isTrue();
            assertThat(line.sections()).containsExactly(VERHAAL);
        });
        assertThat(world.log(fatma, Kind.READ)).isEmpty();
    }

    @Test
    void nothingWiderThanAskedAndNoRequestOfAnotherIsPreviewed() {
        var fatma = world.resident("Fatma");
        var hassan = world.resident("Hassan");
        var anouk = world.professional("Anouk Meijer", Role.CO);
        var request = world.asks(anouk, fatma.id(), world.toRead(VERHAAL));

        assertThatThrownBy(() -> dossiers.preview(fatma, request, world.toRead(VERHAAL, GELD)))
                .isInstanceOf(ConsentRefused.class);
        DossierWorld.assertRefused(() -> dossiers.preview(hassan, request, world.toRead(VERHAAL)));
        DossierWorld.assertRefused(
                () -> dossiers.preview(fatma, new RequestId(UUID.randomUUID()), world.toRead(VERHAAL)));
    }

    private static DossierView withoutGrantId(DossierView view) {
        return new DossierView(
                view.resident(),
                view.name(),
                view.sections().stream()
                        .map(section -> new DossierView.SectionView(
                                section.section(),
                                new Decision.Permitted(
                                        section.ground().ground(),
                                        Optional.empty(),
                                        section.ground().statute(),
                                        section.ground().until()),
                                section.rights(),
                                section.entries(),
                                section.more()))
                        .toList());
    }
}
