package nl.bench.bulk;

import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.SQLFeatureNotSupportedException;

/** An array as services hand it over. */
record HeldArray(String type, Object[] elements) {

    Array asArray() {
        return (Array) Proxy.newProxyInstance(
                HoldingDriver.class.getClassLoader(),
                new Class<?>[] {Array.class, Held.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getArray" -> elements.clone();
                    case "getBaseTypeName" -> type;
                    case "held" -> this;
                    case "free" -> null;
                    default -> throw new SQLFeatureNotSupportedException(method.getName());
                });
    }

    /** What was made of such an array. */
    interface Held {
        HeldArray held();
    }
}
