package nl.voorelkaar.consent.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import org.jspecify.annotations.Nullable;

@Entity
@Table(schema = "consent", name = "case_assignment")
class StoredAssignment {

    @EmbeddedId
    private Key key;

    @Column(updatable = false)
    private UUID partyId;

    @Column(updatable = false)
    private UUID assignedBy;

    @Column(updatable = false)
    private String statute;

    @Column(updatable = false)
    private Integer[] sections;

    @Column(updatable = false)
    private Instant validFrom;

    @Column(updatable = false)
    private Instant validUntil;

    @Column(updatable = false)
    private LocalDate lastDay;

    private @Nullable Instant endedAt;

    @Version
    private @Nullable Integer rowVersion;

    @SuppressWarnings("NullAway.Init")
    protected StoredAssignment() {}

    StoredAssignment(
            Key key, PartyId to, PartyId by, String statute, Set<Section> sections, LocalDate lastDay, Instant now) {
        this.key = key;
        this.partyId = to.value();
        this.assignedBy = by.value();
        this.statute = statute;
        this.sections = sections.stream().map(Section::number).sorted().toArray(Integer[]::new);
        this.validFrom = now;
        this.validUntil = CalendarDays.endOf(lastDay);
        this.lastDay = lastDay;
    }

    /** @return false when it had ended already */
    boolean end(Instant now) {
        if (endedAt != null) {
            return false;
        }
        endedAt = now.isBefore(validUntil) ? now : validUntil;
        return true;
    }

    boolean isOver(Instant now) {
        return !now.isBefore(validUntil);
    }

    UUID id() {
        return key.assignmentId;
    }

    ResidentId resident() {
        return new ResidentId(key.residentId);
    }

    PartyId to() {
        return new PartyId(partyId);
    }

    PartyId by() {
        return new PartyId(assignedBy);
    }

    String statute() {
        return statute;
    }

    Set<Section> sections() {
        var set = EnumSet.noneOf(Section.class);
        Arrays.stream(sections).map(Section::ofNumber).forEach(set::add);
        return set;
    }

    Instant from() {
        return validFrom;
    }

    Instant until() {
        return validUntil;
    }

    LocalDate lastDay() {
        return lastDay;
    }

    @Embeddable
    record Key(UUID residentId, UUID assignmentId) {}
}
