package nl.voorelkaar.consent.tlog;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Connections that break after so many statements, as when the process at this end is killed. */
final class Breaking extends DelegatingDataSource {

    private int left;

    Breaking(DataSource target, int statements) {
        super(target);
        this.left = statements;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (left < 0 && !method.getName().equals("close")) {
                        throw new SQLException("killed");
                    }
                    if ((method.getName().equals("prepareStatement")
                                    || method.getName().equals("commit"))
                            && left-- == 0) {
                        connection.unwrap(org.postgresql.PGConnection.class).cancelQuery();
                        connection.abort(Runnable::run);
                        throw new SQLException("killed");
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
