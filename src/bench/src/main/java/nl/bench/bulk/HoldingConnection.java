package nl.bench.bulk;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** One connection of {@link HoldingDriver}. */
final class HoldingConnection implements InvocationHandler {

    private final Connection real;
    private int isolation = Connection.TRANSACTION_READ_COMMITTED;

    HoldingConnection(Connection real) {
        this.real = real;
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        return switch (method.getName()) {
            case "equals" -> arguments != null && arguments[0] == self;
            case "hashCode" -> System.identityHashCode(self);
            case "prepareStatement" -> prepared((Connection) self, method, arguments);
            case "createArrayOf" -> new HeldArray((String) arguments[0], (Object[]) arguments[1]).asArray();
            // Nobody else writes about a resident who is being made: one's own rows are all that can be seen.
            case "getTransactionIsolation" -> isolation;
            case "setTransactionIsolation" -> isolation = (int) arguments[0];
            case "rollback" -> {
                HeldDossier.inHand().ifPresent(HeldDossier::spoil);
                yield ofReal(method, arguments);
            }
            default -> ofReal(method, arguments);
        };
    }

    private Object prepared(Connection self, Method method, Object[] arguments) throws Throwable {
        var held = HeldDossier.inHand();
        var said = held.isPresent() ? Said.in((String) arguments[0]) : Said.NOTHING_HELD;
        return said instanceof Said.Elsewhere
                ? ofReal(method, arguments)
                : Proxy.newProxyInstance(
                        HoldingDriver.class.getClassLoader(),
                        new Class<?>[] {PreparedStatement.class},
                        new HeldStatement(self, held.orElseThrow(), said));
    }

    private @Nullable Object ofReal(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof SQLException cause ? cause : e.getCause();
        }
    }
}
