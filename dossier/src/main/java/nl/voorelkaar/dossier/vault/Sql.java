package nl.voorelkaar.dossier.vault;

import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Zone;
import nl.voorelkaar.dossier.vault.custody.Kek;

/** How the words of the domain look in columns. */
final class Sql {

    private Sql() {}

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static int zone(Zone zone) {
        return kek(zone).number();
    }

    static Kek kek(Zone zone) {
        return switch (zone) {
            case MIJN_DEEL -> Kek.OWN;
            case GEMEENTELIJK -> Kek.MUNICIPAL;
        };
    }

    static Short[] sections(Set<Section> sections) {
        return sections.stream()
                .map(section -> (short) section.number())
                .sorted()
                .toArray(Short[]::new);
    }

    static Set<Section> sections(Array array) throws SQLException {
        var sections = EnumSet.noneOf(Section.class);
        for (var number : (Object[]) array.getArray()) {
            sections.add(Section.ofNumber(((Number) number).intValue()));
        }
        return sections;
    }
}
