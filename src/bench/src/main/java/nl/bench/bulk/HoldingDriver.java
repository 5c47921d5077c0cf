package nl.bench.bulk;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Connections to PostgreSQL that hold back what services write about one resident, and answer what they ask about that
 * resident from it, for as long as {@link HeldDossier} is in hand on this thread. The rest goes to the database.
 *
 * <p>What it cannot answer for certain it refuses: a statement that it does not understand never gets half an answer.
 * Connect as a role that row security lets through: the scope that services set stays here.
 */
public final class HoldingDriver implements Driver {

    private static final String PREFIX = "jdbc:holding:";

    static {
        try {
            DriverManager.registerDriver(new HoldingDriver());
        } catch (SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** @param url of PostgreSQL, {@code jdbc:postgresql:…} */
    static String over(String url) {
        return PREFIX + url.substring("jdbc:".length());
    }

    /** What a node is told besides the address. */
    static Map<String, String> settings() {
        return Map.of("spring.datasource.driver-class-name", HoldingDriver.class.getName());
    }

    @Override
    public @Nullable Connection connect(String url, Properties properties) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        var real = DriverManager.getConnection("jdbc:" + url.substring(PREFIX.length()), properties);
        return (Connection) Proxy.newProxyInstance(
                HoldingDriver.class.getClassLoader(), new Class<?>[] {Connection.class}, new HoldingConnection(real));
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(PREFIX);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(HoldingDriver.class.getName());
    }
}
