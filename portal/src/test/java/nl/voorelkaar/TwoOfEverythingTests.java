package nl.voorelkaar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** Java waits twice as long as it says when the connection is encrypted; with more, serving again takes 40 s. */
    @ParameterizedTest
    @ValueSource(strings = {"README.md", "kubernetes/settings.yaml"})
    void aDatabaseThatHangsIsLetGoInTime(String file) throws IOException {
        var addresses = Pattern.compile("jdbc:postgresql://\\S+")
                .matcher(Files.readString(FOLDER.resolve(file)))
                .results()
                .map(MatchResult::group)
                .filter(address -> address.contains(","))
                .toList();

        assertThat(addresses)
                .isNotEmpty()
                .allSatisfy(address -> assertThat(address)
                        .contains("targetServerType=primary", "hostRecheckSeconds=1", "socketTimeout=10&"));
    }
}
