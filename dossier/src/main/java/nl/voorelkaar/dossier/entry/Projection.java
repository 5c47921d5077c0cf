package nl.voorelkaar.dossier.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.DossierView;
import nl.voorelkaar.dossier.Entry;
import nl.voorelkaar.dossier.EntryId;
import nl.voorelkaar.dossier.vault.SectionKeys;
import org.springframework.stereotype.Component;

/**
 * What opened sections look like to a reader. The professional's screen and the resident's preview of it both come from
 * here and from nowhere else: they can differ only in what is passed in.
 *
 * <p>Four queries, however many sections: the days of all entries, the bodies of those that are shown, and what the
 * resident says beside those and beside whole sections.
 */
@Component
class Projection {

    static final int PER_SECTION = 500;

    private final EntryRows rows;
    private final VersionCodec codec;
    private final Statements statements;

    Projection(EntryRows rows, VersionCodec codec, Statements statements) {
        this.rows = rows;
        this.codec = codec;
        this.statements = statements;
    }

    /** Under which terms somebody reads a section. */
    record Terms(Decision.Permitted ground, Set<Right> rights) {}

    /** For whom a dossier is shown: what is about others or about safety is not for who acts for the resident. */
    enum Reader {
        WHO_MAY,
        WHO_ACTS;

        static Reader of(Actor actor) {
            return actor instanceof Actor.Acting ? WHO_ACTS : WHO_MAY;
        }

        boolean sees(Heading heading) {
            return this == WHO_MAY || !heading.apart();
        }
    }

    DossierView of(ResidentId resident, SectionKeys keys, Map<Section, Terms> sections, Reader reader) {
        var bySection = inOrder(resident, keys, sections.keySet()).stream()
                .filter(reader::sees)
                .collect(Collectors.groupingBy(
                        Heading::section, () -> new EnumMap<>(Section.class), Collectors.toList()));
        var shown = bySection.values().stream()
                .flatMap(headings -> headings.stream().limit(PER_SECTION))
                .toList();
        var opened = open(resident, keys, shown);
        var beside = statements.beside(resident, keys, sections.keySet());
        var views = new ArrayList<DossierView.SectionView>();
        for (var section : new TreeSet<>(sections.keySet())) {
            var terms = Objects.requireNonNull(sections.get(section));
            var headings = bySection.getOrDefault(section, List.of());
            views.add(new DossierView.SectionView(
                    section,
                    terms.ground(),
                    terms.rights(),
                    opened.stream().filter(entry -> entry.section() == section).toList(),
                    headings.size() > PER_SECTION,
                    beside.getOrDefault(section, List.of())));
        }
        return new DossierView(resident, keys.name(), views);
    }

    /** What a place in the order of a dossier is made of. */
    record Heading(EntryId id, Section section, LocalDate day, Instant createdAt, boolean removed, boolean apart) {

        static final Comparator<Heading> NEWEST_FIRST = Comparator.comparing(Heading::day)
                .thenComparing(Heading::createdAt)
                .thenComparing(heading -> heading.id().value())
                .reversed();
    }

    /** Live entries, newest day first. */
    List<Heading> inOrder(ResidentId resident, SectionKeys keys, Set<Section> sections) {
        return allInOrder(resident, keys, sections).stream()
                .filter(heading -> !heading.removed())
                .toList();
    }

    /** Removed entries too: a place in a list outlives what stood there. */
    List<Heading> allInOrder(ResidentId resident, SectionKeys keys, Set<Section> sections) {
        return rows.days(resident, sections).stream()
                .map(stored -> new Heading(
                        stored.id(),
                        stored.section(),
                        codec.openDay(keys, stored),
                        stored.createdAt(),
                        stored.removedAt().isPresent(),
                        stored.apart()))
                .sorted(Heading.NEWEST_FIRST)
                .toList();
    }

    /** Opens these entries in this order, in one query. */
    List<Entry> open(ResidentId resident, SectionKeys keys, List<Heading> headings) {
        if (headings.isEmpty()) {
            return List.of();
        }
        var ids = headings.stream().map(Heading::id).toList();
        var opened = rows.bodies(resident, ids).stream()
                .map(stored -> codec.open(keys, stored))
                .collect(Collectors.toMap(Entry::id, Function.identity()));
        return statements.beside(
                resident,
                keys,
                ids.stream().map(opened::get).filter(Objects::nonNull).toList());
    }
}
