package nl.voorelkaar.consent.tlog;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.LogKeys;
import nl.voorelkaar.consent.Timestamps;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A node of the resident face that has the sealer's credentials seals. Without them it only shows what another node
 * sealed.
 */
@Configuration(proxyBeanMethods = false)
@Face.OnResident
@ConditionalOnProperty("voorelkaar.sealer.username")
class SealingConfiguration {

    @Bean
    SealingRun sealingRun(
            @Value("${voorelkaar.sealer.url:${spring.datasource.url}}") String url,
            @Value("${voorelkaar.sealer.username}") String username,
            @Value("${voorelkaar.sealer.password}") String password,
            @Value("${spring.datasource.hikari.connection-timeout:5000}") long patience,
            @Value("${spring.datasource.hikari.validation-timeout:1000}") long sign,
            @Value("${voorelkaar.public-url}") URI publicUrl,
            @Value("${voorelkaar.sealer.logs:4}") int logs,
            @Value("${voorelkaar.sealer.checkpoint-every:PT1M}") Duration keptEvery,
            @Value("${voorelkaar.witnesses:}") String witnesses,
            LogKeys keys,
            Optional<Timestamps> timestamps,
            Clock clock) {
        var pool = new HikariDataSource();
        pool.setPoolName("sealer");
        pool.setConnectionTimeout(patience);
        pool.setValidationTimeout(sign);
        // A node that stands still in the middle holds back the one that takes over from it no longer than its lease
        // does.
        pool.setConnectionInitSql("SET idle_in_transaction_session_timeout = '10s'");
        pool.setMaximumPoolSize(3);
        pool.setJdbcUrl(url);
        pool.setUsername(username);
        pool.setPassword(password);
        var database = new LogDatabase(pool);
        return new SealingRun(
                database,
                new Sequencer(database, new CheckpointSigner(keys, clock)),
                new Publisher(database, Witness.all(witnesses), timestamps, keptEvery, clock),
                publicUrl,
                logs);
    }
}
