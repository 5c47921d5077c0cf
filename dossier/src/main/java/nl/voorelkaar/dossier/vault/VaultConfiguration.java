package nl.voorelkaar.dossier.vault;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.observation.ObservationRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import nl.voorelkaar.consent.AccessGate;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.LogKeys;
import nl.voorelkaar.consent.RowScope;
import nl.voorelkaar.consent.Sealing;
import nl.voorelkaar.dossier.vault.custody.CustodyPassword;
import nl.voorelkaar.dossier.vault.custody.FileCustody;
import nl.voorelkaar.dossier.vault.custody.FileLogKeys;
import nl.voorelkaar.dossier.vault.custody.KeyCustody;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts the vault together. Only what other packages may use is a bean of a public type. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("voorelkaar.face")
class VaultConfiguration {

    /** Where programs reach a face: what access tokens for it name as their audience. */
    private static final String PROGRAMS = "/api/v1";

    @Bean
    @ConditionalOnMissingBean
    KeyCustody custody(
            @Value("${voorelkaar.custody.directory}") Path directory,
            @Value("${voorelkaar.custody.password}") String password,
            @Value("${voorelkaar.face}") Face face) {
        return FileCustody.open(directory, face, new CustodyPassword(password));
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnProperty("voorelkaar.sealer.username")
    LogKeys logKeys(
            @Value("${voorelkaar.custody.directory}") Path directory,
            @Value("${voorelkaar.custody.sealer-password:${voorelkaar.custody.password}}") String password) {
        return FileLogKeys.open(directory, new CustodyPassword(password));
    }

    @Bean
    BrokerDatabase keystore(
            @Value("${voorelkaar.keystore.url}") String url,
            @Value("${voorelkaar.keystore.username}") String username,
            @Value("${voorelkaar.keystore.password}") String password,
            @Value("${spring.datasource.hikari.connection-timeout:5000}") long patience,
            @Value("${spring.datasource.hikari.validation-timeout:1000}") long sign) {
        var pool = new HikariDataSource();
        pool.setPoolName("keystore");
        pool.setConnectionTimeout(patience);
        pool.setValidationTimeout(sign);
        pool.setJdbcUrl(url);
        pool.setUsername(username);
        pool.setPassword(password);
        return new BrokerDatabase(pool);
    }

    /** The main database again, as the same role, for {@link AuditKeys}. */
    @Bean
    BrokerDatabase audit(DataSource source) throws SQLException {
        if (!source.isWrapperFor(HikariDataSource.class)) {
            return new BrokerDatabase(source);
        }
        var main = source.unwrap(HikariDataSource.class);
        var pool = new HikariDataSource();
        pool.setPoolName("audit");
        pool.setConnectionTimeout(main.getConnectionTimeout());
        pool.setValidationTimeout(main.getValidationTimeout());
        pool.setMaximumPoolSize(4);
        pool.setJdbcUrl(main.getJdbcUrl());
        pool.setUsername(main.getUsername());
        pool.setPassword(main.getPassword());
        return new BrokerDatabase(pool);
    }

    @Bean
    Assertions assertions(
            @Value("${voorelkaar.identity.issuer}") String issuer,
            @Value("${voorelkaar.identity.client-id}") String clientId,
            @Value("${voorelkaar.public-url}") URI publicUrl,
            Clock clock) {
        var decoder = new SupplierJwtDecoder(() -> {
            var keys = NimbusJwtDecoder.withIssuerLocation(issuer)
                    // Which types there are, and for whom, is looked at in TokenAssertions.
                    .validateType(false)
                    .jwsAlgorithm(SignatureAlgorithm.RS256)
                    .jwsAlgorithm(SignatureAlgorithm.PS256)
                    .jwsAlgorithm(SignatureAlgorithm.ES256)
                    .build();
            // The age of a login is counted from auth_time, in TokenAssertions.
            keys.setJwtValidator(token -> OAuth2TokenValidatorResult.success());
            return keys;
        });
        return new TokenAssertions(
                decoder, issuer, clientId, publicUrl.resolve(PROGRAMS).toString(), clock);
    }

    @Bean
    Vault vault(
            DataSource source,
            PlatformTransactionManager transactions,
            RowScope rows,
            @Qualifier("keystore") BrokerDatabase keystore,
            @Qualifier("audit") BrokerDatabase audit,
            KeyCustody custody,
            Assertions assertions,
            ObjectProvider<SubjectBinding> binding,
            ObjectProvider<AccessGate> gate,
            ObjectProvider<ThingRecords> records,
            Clock clock) {
        return new Vault(
                JdbcClient.create(source),
                transactions,
                rows,
                keystore,
                audit,
                custody,
                assertions,
                binding::getObject,
                gate::getObject,
                records::getObject,
                clock);
    }

    @Bean
    KeyBroker keyBroker(Vault vault, ObjectProvider<ObservationRegistry> observations) {
        return new ObservedKeyBroker(vault.broker(), observations.getIfAvailable(() -> ObservationRegistry.NOOP));
    }

    @Bean
    Sealing sealing(Vault vault) {
        return vault.sealing();
    }

    @Bean
    BlindIndex blindIndex(Vault vault) {
        return vault.index();
    }

    @Bean
    ConsentKeys consentKeys(Vault vault) {
        return vault.consentKeys();
    }

    @Bean
    Compartments compartments(Vault vault) {
        return vault.compartments();
    }

    @Bean
    @Face.OnWorkspace
    GranteeKeys granteeKeys(Vault vault) {
        return vault.granteeKeys();
    }

    @Bean
    ExpiredKeys expiredKeys(Vault vault) {
        return vault.expiredKeys();
    }

    @Bean
    KeyDestruction keyDestruction(Vault vault) {
        return vault.destruction();
    }

    @Bean
    KeyRotation keyRotation(Vault vault) {
        return vault.rotation();
    }

    @Bean
    SelfTest cipherSelfTest() {
        return new SelfTest();
    }

    @Bean
    VaultPulse pulse(@Qualifier("keystore") BrokerDatabase keystore, KeyCustody custody, SelfTest ciphers) {
        return new VaultPulse(keystore, custody, ciphers);
    }

    @Bean
    @Face.OnWorkspace
    ReaderSignatures readerSignatures(KeyCustody custody) {
        return new ReaderSignatures(custody);
    }
}
