package nl.voorelkaar.dossier.bag;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.voorelkaar.dossier.Documents;

/** Which files an archive has, by what their names look like, and how large each may be. There are no others. */
enum Place {
    DECLARATION("bagit\\.txt", 1_000),
    INFO("bag-info\\.txt", 10_000),
    MANIFEST("manifest-sha256\\.txt", 16 * 1024 * 1024),
    TAG_MANIFEST("tagmanifest-sha256\\.txt", 10_000),
    ABOUT("data/dossier\\.json", 100_000),
    ENTRY("data/entries/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.json", 24 * 1024 * 1024),
    DOCUMENT(
            "data/documents/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/[1-9][0-9]{0,8}(\\.[a-z0-9]{1,5})?",
            Documents.LARGEST),
    /** For people and as evidence: checked, and never taken in. */
    BESIDE(
            "data/(reading|papers|consent|proof|fhir)/[a-z0-9-]{1,80}(/[a-z0-9-]{1,80}){0,2}\\.[a-z0-9]{1,5}",
            256 * 1024 * 1024);

    /** The one folder of a bag (RFC 8493 §4). */
    static final String FOLDER = "mijn-dossier/";

    static final String PAYLOAD = "data/";

    private final Pattern name;
    private final long largest;

    Place(String name, long largest) {
        this.name = Pattern.compile(name);
        this.largest = largest;
    }

    /** @param name without {@link #FOLDER} */
    static Optional<Place> of(String name) {
        return Arrays.stream(values())
                .filter(place -> place.name.matcher(name).matches())
                .findFirst();
    }

    /** In bytes. */
    long largest() {
        return largest;
    }

    /** Whether it is looked into, besides being checked. */
    boolean isRead() {
        return this != BESIDE;
    }
}
