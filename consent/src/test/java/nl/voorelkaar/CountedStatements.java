package nl.voorelkaar;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts what this thread sends to the database, so that a test can state how many questions an operation asks. */
public final class CountedStatements extends DelegatingDataSource {

    private static final ThreadLocal<Integer> COUNT = ThreadLocal.withInitial(() -> 0);

    CountedStatements(DataSource target) {
        super(target);
    }

    public static int during(Runnable work) {
        COUNT.set(0);
        work.run();
        return COUNT.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        COUNT.set(COUNT.get() + 1);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
