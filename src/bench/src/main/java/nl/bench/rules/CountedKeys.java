package nl.bench.rules;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import nl.voorelkaar.dossier.vault.custody.KeyCustody;

/** A custody of which is known how often each of its operations was asked for. */
final class CountedKeys {

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final KeyCustody counted;

    CountedKeys(KeyCustody custody) {
        counted = (KeyCustody) Proxy.newProxyInstance(
                KeyCustody.class.getClassLoader(), new Class<?>[] {KeyCustody.class}, (proxy, method, arguments) -> {
                    counts.computeIfAbsent(method.getName(), name -> new LongAdder())
                            .increment();
                    try {
                        return method.invoke(custody, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    KeyCustody custody() {
        return counted;
    }

    /** By name of the operation, since this was made. */
    Map<String, Long> counts() {
        var all = new TreeMap<String, Long>();
        counts.forEach((name, count) -> all.put(name, count.sum()));
        return all;
    }
}
