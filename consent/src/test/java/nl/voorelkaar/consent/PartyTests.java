package nl.voorelkaar.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PartyTests extends Situation {

    private Party party(PartyId id, String name, String organisation) {
        return new Party(id, name, Role.GSP, new OrganisationId(organisation), "WIJ", Optional.of(north));
    }

    private void signsIn(Party party) {
        workspace(() -> {
            parties.signedIn(party);
            return party;
        });
    }

    @Test
    void bothFacesKnowWhoSignedInAsTheyWereLastTime() {
        var id = new PartyId(UUID.randomUUID());
        signsIn(party(id, "Anouk Meijer", "wij"));
        signsIn(party(id, "Anouk Meijer-Visser", "wij"));
        signsIn(party(id, "Anouk Meijer-Visser", "wij"));

        for (var face : Face.values()) {
            assertThat(on(face, () -> parties.find(Set.of(id, new PartyId(UUID.randomUUID())))))
                    .containsOnlyKeys(id)
                    .containsValue(party(id, "Anouk Meijer-Visser", "wij"));
        }
    }

    @Test
    void expertsAreFoundInEveryOrganisationAndOnlyWhileTheyAreExperts() {
        var asker = professional(Role.GSP);
        var elsewhere = new Party(
                new PartyId(UUID.randomUUID()),
                "Eva de Boer",
                Role.SPEC,
                new OrganisationId("zorg-" + UUID.randomUUID()),
                "Zorg Voorbeeld",
                Optional.empty());
        assertThat(experts(asker, elsewhere)).contains(elsewhere);
        var elsewhereNow = new Party(
                elsewhere.id(),
                elsewhere.name(),
                Role.AANB,
                elsewhere.organisation(),
                elsewhere.organisationName(),
                Optional.empty());
        assertThat(experts(asker, elsewhereNow)).extracting(Party::id).doesNotContain(elsewhere.id());
    }

    private List<Party> experts(Actor.Professional asker, Party signedIn) {
        return workspace(() -> {
            parties.signedIn(signedIn);
            return parties.experts(asker);
        });
    }

    @Test
    void colleaguesAreThoseOfTheSameOrganisationByNameWithoutOneself() {
        var code = "wij-" + UUID.randomUUID();
        var ids = List.of(new UUID(7, 1), new UUID(7, 2), new UUID(7, 3), new UUID(7, 4));
        signsIn(party(new PartyId(ids.get(0)), "Zoë", code));
        signsIn(party(new PartyId(ids.get(1)), "Bram", code));
        signsIn(party(new PartyId(ids.get(2)), "Anouk", code));
        signsIn(party(new PartyId(ids.get(3)), "Chris", "ander-" + code.substring(4)));
        var bram = new Actor.Professional(
                new PartyId(ids.get(1)),
                Role.TM,
                new OrganisationId(code),
                Optional.empty(),
                AssuranceLevel.HOOG,
                clock.instant(),
                new Assertion("token"));

        assertThat(workspace(() -> parties.colleagues(bram)))
                .extracting(Party::name)
                .containsExactly("Anouk", "Zoë");
    }

    @Test
    void aCallForMoreThanFiveHundredIsRefused() {
        var ids = new ArrayList<PartyId>();
        for (var id = 0; id < 501; id++) {
            ids.add(new PartyId(new UUID(9, id)));
        }

        assertThatThrownBy(() -> parties.find(ids)).isInstanceOf(IllegalArgumentException.class);
        assertThat(parties.find(List.of())).isEmpty();
    }
}
