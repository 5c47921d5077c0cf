package nl.voorelkaar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the drills taught about the files for two of everything, so that nobody forgets it between two drills. */
class TwoOfEverythingTests {

    private static final Path FOLDER = Path.of("../src/deploy");

    /** ADR 0043: by API 3, a Patroni of Debian 12 that stood still takes the place back from who took over. */
    @Test
    void aDatabaseServerThatStoodStillIsFirstNoLonger() throws IOException {
        assertThat(Files.readString(FOLDER.resolve("patroni/patroni.yml")))
                .contains("PATRONI_ETCD_HOSTS")
                .doesNotContain("PATRONI_ETCD3_HOSTS")
                .doesNotContain("\netcd3:");
        assertThat(Files.readAllLines(FOLDER.resolve("etcd/etcd.env"))).contains("ETCD_ENABLE_V2=true");
    }
}
