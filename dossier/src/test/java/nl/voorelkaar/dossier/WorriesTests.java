package nl.voorelkaar.dossier;

import static nl.voorelkaar.dossier.DossierWorld.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.intake.Worries;
import nl.voorelkaar.dossier.intake.Worry;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What worried people tell, from the public page to the desk. */
class WorriesTests {

    private final DossierWorld world = DossierWorld.shared();
    private final Worries open = world.resident.bean(Worries.class);
    private final Worries desk = world.workspace.bean(Worries.class);

    @Test
    void onlyTheDeskReadsWhatWasToldAndHandlesItOnce() {
        var text = new Worry.Text(
                "Mevrouw van nummer 12", "Zij komt niet meer buiten.", Optional.of("Buurman"), Optional.of(" "), false);
        var id = UUID.randomUUID();
        assertThat(open.tell(id, text, UUID.randomUUID())).isTrue();
        assertThat(open.tell(id, text, UUID.randomUUID())).as("a second click").isTrue();

        var joris = world.professional("Joris Bos", Role.KCC);
        var told = desk.waiting(joris).stream()
                .filter(worry -> worry.id().equals(id))
                .toList();
        assertThat(told).singleElement().satisfies(worry -> {
            assertThat(worry.text()).isEqualTo(text);
            assertThat(worry.text().nameToTell())
                    .as("who told it asked not to be named")
                    .isEmpty();
        });
        for (var role : Role.values()) {
            if (role != Role.KCC) {
                assertRefused(() -> desk.waiting(world.professional("Iemand", role)));
            }
        }
        desk.linked(joris, id, new ProcedureId(UUID.randomUUID()));
        desk.close(joris, id, "Toch niet");
        assertThat(desk.waiting(joris)).extracting(Worry::id).doesNotContain(id);
        assertThat(state(id)).isEqualTo("LINKED");
    }

    @Test
    void closedWithAReasonItWaitsNoMore() {
        var id = tells();
        var joris = world.professional("Joris Bos", Role.KCC);
        assertThatThrownBy(() -> desk.close(joris, id, " ")).isInstanceOf(IllegalArgumentException.class);
        desk.close(joris, id, "Mevrouw is al gebeld. Het gaat goed.");
        assertThat(desk.waiting(joris)).extracting(Worry::id).doesNotContain(id);
        assertThat(state(id)).isEqualTo("CLOSED");
    }

    @Test
    void aLibraryBehindOneAddressIsHeardAndAFloodFromItIsNot() {
        var address = UUID.randomUUID();
        var joris = world.professional("Joris Bos", Role.KCC);
        var before = desk.count(joris);
        for (var n = 0; n < 30; n++) {
            assertThat(open.tell(UUID.randomUUID(), text(), address)).isTrue();
        }
        var tooMany = UUID.randomUUID();
        assertThat(open.tell(tooMany, text(), address)).isFalse();
        assertThat(desk.waiting(joris)).extracting(Worry::id).doesNotContain(tooMany);
        world.clock.advance(Duration.ofMinutes(1));
        var newest = UUID.randomUUID();
        assertThat(open.tell(newest, text(), UUID.randomUUID())).isTrue();
        assertThat(desk.waiting(joris).getFirst().id())
                .as("the newest stands on top")
                .isEqualTo(newest);
        assertThat(desk.count(joris)).isEqualTo(before + 31);
    }

    @Test
    void theTableShowsNothingToThePublicFace() {
        tells();
        var face = JdbcClient.create(world.databases.residentFace());
        assertThatThrownBy(() -> face.sql("select worry_id from dossier.worry")
                        .query(UUID.class)
                        .list())
                .hasStackTraceContaining("permission denied");
        assertThat(JdbcClient.create(world.databases.workspaceFace())
                        .sql("select worry_id from dossier.worry")
                        .query(UUID.class)
                        .list())
                .as("without a professional in scope")
                .isEmpty();
    }

    private String state(UUID id) {
        return JdbcClient.create(world.databases.superuser())
                .sql("select state from dossier.worry where worry_id = :worry")
                .param("worry", id)
                .query(String.class)
                .single();
    }

    private UUID tells() {
        var id = UUID.randomUUID();
        assertThat(open.tell(id, text(), UUID.randomUUID())).isTrue();
        return id;
    }

    private static Worry.Text text() {
        return new Worry.Text("Iemand", "Het gaat niet goed.", Optional.empty(), Optional.empty(), true);
    }
}
