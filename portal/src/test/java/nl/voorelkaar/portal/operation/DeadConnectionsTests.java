package nl.voorelkaar.portal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.voorelkaar.portal.access.House;
import org.junit.jupiter.api.Test;

/**
 * A database server that stands still, or whose cable is cut, closes nothing: all connections to it look well. Whoever
 * asks for one tries them one after the other, and gets one to the server that took over within half a minute.
 */
class DeadConnectionsTests {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static final House HOUSE = House.running();

    @Test
    void allOfThemAreGivenUpBeforePeopleGiveUp() throws SQLException {
        for (var face : Stream.of(HOUSE.resident, HOUSE.workspace).toList()) {
            var pool = face.getBean(DataSource.class).unwrap(HikariDataSource.class);
            assertThat(Duration.ofMillis(pool.getValidationTimeout()).multipliedBy(pool.getMaximumPoolSize()))
                    .isLessThan(SOON);
            assertThat(pool.getValidationTimeout()).isLessThan(pool.getConnectionTimeout());
        }
    }
}
