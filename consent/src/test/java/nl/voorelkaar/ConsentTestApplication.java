package nl.voorelkaar;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.DayOfWeek;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.devservices.postgres.TestPostgres;
import nl.voorelkaar.consent.ConsentSchema;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.WorkingDays;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

@SpringBootApplication
public class ConsentTestApplication {

    private static final ThreadLocal<Face> CURRENT = ThreadLocal.withInitial(() -> Face.RESIDENT);

    /** Which face's database role this thread uses; its transactions must begin after this. */
    public static void use(Face face) {
        CURRENT.set(face);
    }

    public static Face current() {
        return CURRENT.get();
    }

    @Bean
    public TestPostgres.Databases databases() {
        return TestPostgres.shared().databases("consent", fresh -> ConsentSchema.migrate(fresh.owner()));
    }

    @Bean
    DataSource dataSource(TestPostgres.Databases databases) {
        var faces = new AbstractRoutingDataSource() {
            @Override
            protected Object determineCurrentLookupKey() {
                return CURRENT.get();
            }
        };
        var resident = pool(databases.residentFace());
        faces.setTargetDataSources(Map.of(Face.RESIDENT, resident, Face.WORKSPACE, pool(databases.workspaceFace())));
        faces.setDefaultTargetDataSource(Objects.requireNonNull(resident));
        return faces;
    }

    /** The dossier's calendar is not here: weekends are free, nothing else. */
    @Bean
    WorkingDays workingDays() {
        return (day, days) -> Stream.iterate(day.plusDays(1), next -> next.plusDays(1))
                .filter(next -> next.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                .skip(days - 1L)
                .findFirst()
                .orElseThrow();
    }

    private static DataSource pool(DataSource role) {
        var config = new HikariConfig();
        config.setDataSource(role);
        config.setMaximumPoolSize(40);
        config.setMinimumIdle(0);
        return new CountedStatements(new HikariDataSource(config));
    }
}
