package nl.voorelkaar.portal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;

/** Stands in for a contract with only the methods that a test needs; any other call fails the test. */
public final class Partly {

    private Partly() {}

    public static <T> T as(Class<T> contract, Object with) {
        return contract.cast(Proxy.newProxyInstance(
                contract.getClassLoader(), new Class<?>[] {contract}, (proxy, method, arguments) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return switch (method.getName()) {
                            case "hashCode" -> System.identityHashCode(proxy);
                            case "equals" -> proxy == arguments[0];
                            default -> contract.getSimpleName();
                        };
                    }
                    var known = find(with, method);
                    known.setAccessible(true);
                    try {
                        return known.invoke(with, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    /** A value whose maker is nobody else's business. */
    public static <T> T made(Class<T> type, Object... parts) {
        try {
            var maker = type.getDeclaredConstructors()[0];
            maker.setAccessible(true);
            return type.cast(maker.newInstance(parts));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Method find(Object with, Method wanted) {
        return Arrays.stream(with.getClass().getDeclaredMethods())
                .filter(method -> method.getName().equals(wanted.getName())
                        && Arrays.equals(method.getParameterTypes(), wanted.getParameterTypes()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody expected " + wanted));
    }
}
