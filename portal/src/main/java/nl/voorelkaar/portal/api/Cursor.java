package nl.voorelkaar.portal.api;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A place in a list, to go on from: the last that was shown. Means nothing to who holds it. */
record Cursor(UUID after) {

    static final int MOST = 200;
    static final String USUAL = "50";

    /** @throws BadRequest when it was not made here */
    static Optional<Cursor> read(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() != 2 * Long.BYTES) {
                throw new BadRequest("cursor");
            }
            return Optional.of(new Cursor(new UUID(bytes.getLong(), bytes.getLong())));
        } catch (IllegalArgumentException e) {
            throw new BadRequest("cursor");
        }
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(after.getMostSignificantBits())
                        .putLong(after.getLeastSignificantBits())
                        .array());
    }

    /** @throws BadRequest when a page cannot have so many */
    static int size(int asked) {
        if (asked < 1 || asked > MOST) {
            throw new BadRequest("size");
        }
        return asked;
    }

    /** @param next empty at the end */
    record Page<T>(List<T> items, @Nullable String next) {}

    /**
     * A page of a short list that is there as a whole, in its own order. What was shown last and is gone begins anew.
     */
    static <T> Page<T> page(List<T> all, Function<T, UUID> id, @Nullable String cursor, int asked) {
        var size = size(asked);
        var from = read(cursor)
                .map(place -> all.stream().map(id).toList().indexOf(place.after()) + 1)
                .orElse(0);
        var items = all.subList(from, Math.min(from + size, all.size()));
        return new Page<>(items, from + size < all.size() ? new Cursor(id.apply(items.getLast())).text() : null);
    }
}
