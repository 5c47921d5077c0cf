package nl.voorelkaar.consent;

import java.util.Optional;
import java.util.UUID;

/** What somebody named in an address or a request, before anybody knows what it is the id of, if of anything. */
public record Handle(UUID value) {

    /** Empty for text that is the id of nothing that this product makes. */
    public static Optional<Handle> of(String text) {
        try {
            return Optional.of(new Handle(UUID.fromString(text)));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
