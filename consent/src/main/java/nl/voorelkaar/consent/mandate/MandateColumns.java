package nl.voorelkaar.consent.mandate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Boundary;
import nl.voorelkaar.consent.MandateScope;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Supporter;
import nl.voorelkaar.consent.Thing;

/** How far a mandate reaches, as a row of {@code consent.mandate} says it. */
public final class MandateColumns {

    private MandateColumns() {}

    /** Empty for help with one thing. */
    public static Set<MandateScope> scopes(ResultSet row) throws SQLException {
        var scopes = EnumSet.noneOf(MandateScope.class);
        for (var name : (String[]) row.getArray("scopes").getArray()) {
            scopes.add(MandateScope.valueOf(name));
        }
        return scopes;
    }

    /** Empty for a mandate that is not for one thing. */
    public static Optional<Boundary> boundary(ResultSet row) throws SQLException {
        var thing = Optional.ofNullable(row.getObject("thing_id", UUID.class));
        return thing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Boundary(
                        new Thing(thing.get()),
                        Section.ofNumber(row.getInt("thing_section")),
                        Supporter.valueOf(row.getString("helper"))));
    }
}
