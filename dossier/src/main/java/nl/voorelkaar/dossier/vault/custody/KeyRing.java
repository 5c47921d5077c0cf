package nl.voorelkaar.dossier.vault.custody;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.TreeMap;
import nl.voorelkaar.dossier.vault.envelope.Cobblestone;
import nl.voorelkaar.dossier.vault.envelope.Context;
import nl.voorelkaar.dossier.vault.envelope.SecretKeyBytes;

/** Named and versioned keys, as the content of one file of a {@link FileCustody}. Not changed after it was read. */
final class KeyRing {

    private final TreeMap<String, byte[]> keys;

    private KeyRing(TreeMap<String, byte[]> keys) {
        this.keys = keys;
    }

    static KeyRing empty() {
        return new KeyRing(new TreeMap<>());
    }

    KeyRing with(String name, int version, byte[] key) {
        var more = new TreeMap<>(keys);
        more.put(slot(name, version), key.clone());
        return new KeyRing(more);
    }

    Optional<byte[]> find(String name, int version) {
        return Optional.ofNullable(keys.get(slot(name, version)));
    }

    SecretKeyBytes secret(String name, int version) {
        return SecretKeyBytes.owning(
                find(name, version).orElseThrow(KeyNotHeld::new).clone());
    }

    /** 0 when there is none. */
    int newest(String name) {
        return keys.subMap(name + "/", name + "0").keySet().stream()
                .mapToInt(slot -> Integer.parseInt(slot.substring(name.length() + 1)))
                .max()
                .orElse(0);
    }

    private static String slot(String name, int version) {
        return name + "/" + version;
    }

    byte[] sealed(SecretKeyBytes under, Context context) {
        var text = new StringBuilder();
        keys.forEach((slot, key) -> text.append(slot)
                .append('=')
                .append(Base64.getEncoder().encodeToString(key))
                .append('\n'));
        var bytes = text.toString().getBytes(US_ASCII);
        try {
            return Cobblestone.seal(under, context, bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    static KeyRing open(SecretKeyBytes under, Context context, byte[] sealed) {
        var bytes = Cobblestone.open(under, context, sealed);
        var keys = new TreeMap<String, byte[]>();
        new String(bytes, US_ASCII).lines().forEach(line -> {
            var split = line.indexOf('=');
            keys.put(line.substring(0, split), Base64.getDecoder().decode(line.substring(split + 1)));
        });
        Arrays.fill(bytes, (byte) 0);
        return new KeyRing(keys);
    }
}
