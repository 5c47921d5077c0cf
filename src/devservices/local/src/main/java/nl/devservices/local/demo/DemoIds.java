package nl.devservices.local.demo;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids that are the same at every start. */
final class DemoIds {

    private DemoIds() {}

    static UUID of(String name) {
        return UUID.nameUUIDFromBytes(("voor-elkaar/demo/" + name).getBytes(StandardCharsets.UTF_8));
    }
}
