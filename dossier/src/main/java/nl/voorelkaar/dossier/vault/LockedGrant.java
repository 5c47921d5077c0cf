package nl.voorelkaar.dossier.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.Section;

/**
 * What the main database has of a grant, as it lies there: boxes, wrapped section keys and the label, all sealed. Made
 * by who asks for it together with what it opens; only the broker can do something with it, and only with the lease,
 * the day key and the grantee's own key, which are not here.
 */
public final class LockedGrant {

    private final List<Box> boxes = new ArrayList<>();
    private final List<WrappedKey> keys = new ArrayList<>();
    private Optional<byte[]> label = Optional.empty();

    record Box(byte[] keyId, Set<Section> sections, LocalDate lastDay, byte[] sealed) {}

    record WrappedKey(Section section, int epoch, byte[] wrapped) {}

    /**
     * @param row of which {@code kind} is {@code box}, {@code key} or {@code label}; with, as far as that kind has
     *     them, {@code key_id}, {@code sections}, {@code last_day}, {@code section}, {@code epoch} and {@code sealed}
     */
    public void add(ResultSet row) throws SQLException {
        var sealed = row.getBytes("sealed");
        switch (row.getString("kind")) {
            case "box" ->
                boxes.add(new Box(
                        row.getBytes("key_id"),
                        Sql.sections(row.getArray("sections")),
                        row.getObject("last_day", LocalDate.class),
                        sealed));
            case "key" ->
                keys.add(new WrappedKey(Section.ofNumber(row.getInt("section")), row.getInt("epoch"), sealed));
            case "label" -> label = Optional.of(sealed);
            default -> throw new IllegalArgumentException("not of a grant");
        }
    }

    List<Box> boxes() {
        return boxes;
    }

    List<WrappedKey> keys() {
        return keys;
    }

    Optional<byte[]> label() {
        return label;
    }

    @Override
    public String toString() {
        return "LockedGrant[redacted]";
    }
}
