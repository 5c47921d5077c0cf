package nl.voorelkaar.consent;

import java.util.UUID;

/** One handing over of a case. */
public record HandoverId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
