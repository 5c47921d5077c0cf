package nl.voorelkaar.dossier.bag;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.Entry;

/**
 * What goes along besides entries and their documents. Whoever packs provides it: papers to read, letters, evidence.
 */
public interface Enclosures {

    /**
     * A paper with these entries, for people.
     *
     * @param part from 1: a section with many entries has several papers
     */
    byte[] reading(Section section, int part, List<Carried> entries);

    /** What was kept for the resident in this section. */
    List<Enclosure> papers(Section section);

    /** Of the whole dossier, after everything else: what others read by machine, consent, and the proof of the log. */
    List<Enclosure> evidence();

    /** An entry as it is now. @param file the original that belongs to it */
    record Carried(Entry entry, Optional<InBag> file) {}

    /** @param path from the {@code data} folder of the archive */
    record InBag(String path, String mediaType) {}

    /** Makes the bytes when it is its turn. */
    @FunctionalInterface
    interface Content {
        byte[] bytes() throws IOException;
    }

    /** @param name below its folder: a-z, digits and hyphens, an extension, at most one folder deep */
    record Enclosure(String name, Content content) {

        private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,80}(/[a-z0-9-]{1,80})?\\.[a-z0-9]{1,5}");

        public Enclosure {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("a name of a-z, digits and hyphens with an extension");
            }
        }
    }
}
