package nl.voorelkaar.consent.request;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Terms;

/** Terms as they stand in a row, of what was asked and of what was given. They never change. */
@Embeddable
public record StoredTerms(
        @Column(updatable = false) Integer[] sections,
        @Column(updatable = false) boolean mayAdd,
        @Column(updatable = false) boolean teamShared,
        @Column(updatable = false) LocalDate lastDay) {

    /** @param team whether a team looks along */
    public static StoredTerms of(Terms terms, boolean team) {
        return new StoredTerms(
                terms.sections().stream().map(Section::number).sorted().toArray(Integer[]::new),
                terms.rights().contains(Right.ADD),
                team,
                terms.until());
    }

    public Terms terms() {
        var set = EnumSet.noneOf(Section.class);
        Arrays.stream(sections).map(Section::ofNumber).forEach(set::add);
        return new Terms(set, mayAdd ? EnumSet.allOf(Right.class) : EnumSet.of(Right.READ), lastDay, teamShared);
    }
}
