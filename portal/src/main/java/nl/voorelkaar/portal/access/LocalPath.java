package nl.voorelkaar.portal.access;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page of this face that a browser may be sent to: never another site, never a query that could carry something
 * along.
 */
record LocalPath(String value) {

    private static final Pattern ALLOWED = Pattern.compile("/|(/[A-Za-z0-9._~-]{1,80}){1,8}");

    LocalPath {
        if (!ALLOWED.matcher(value).matches() || value.contains("..")) {
            throw new IllegalArgumentException("not a page of this face");
        }
    }

    static Optional<LocalPath> of(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(LocalPath::new);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
