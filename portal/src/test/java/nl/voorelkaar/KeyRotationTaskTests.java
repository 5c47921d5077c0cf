package nl.voorelkaar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.voorelkaar.dossier.vault.KeyRotation;
import nl.voorelkaar.dossier.vault.custody.Kek;
import nl.voorelkaar.portal.access.House;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;

/** Keys are replaced beside a running face. */
class KeyRotationTaskTests {

    private final House house = House.running();

    @Test
    void startsWithTheSettingsOfAFace() {
        try (var task = KeyRotationTask.start(settingsOfTheWorkspace())) {
            var rotation = task.getBean(KeyRotation.class);

            var begun = rotation.start(Kek.GRANTEES, KeyRotation.Level.KEK);
            var after = rotation.step(Kek.GRANTEES, KeyRotation.Level.KEK);

            assertThat(after.toVersion()).isEqualTo(begun.toVersion());
            assertThat(after.done()).isEqualTo(after.total());
        }
    }

    private List<String> settingsOfTheWorkspace() {
        var given = (MapPropertySource)
                house.workspace.getEnvironment().getPropertySources().get("defaultProperties");
        return given.getSource().entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toList();
    }
}
