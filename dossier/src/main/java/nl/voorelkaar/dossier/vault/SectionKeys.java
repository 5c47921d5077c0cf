package nl.voorelkaar.dossier.vault;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Section;

/**
 * Open keys of some sections of one dossier, for one operation. Close it: the keys are wiped. Not for other threads,
 * not to be kept.
 */
public interface SectionKeys extends AutoCloseable {

    /** The ground of each section that is open here. */
    Map<Section, Decision.Permitted> grounds();

    /** The resident's name as the ground lets it be seen. */
    Optional<String> name();

    /** Under the newest epoch of the section. */
    SealedRecord seal(Section section, RecordId record, int version, byte[] plaintext);

    /** @throws SecurityException when it does not open: altered, moved, or under a key that is not here */
    byte[] open(Section section, RecordId record, int version, SealedRecord sealed);

    /** Encrypts while written. Closing it writes the last chunk; without that, nothing opens. */
    OutputStream sealing(Section section, RecordId record, int version, OutputStream sealed);

    /** The epoch under which {@link #seal} and {@link #sealing} write now. */
    int epoch(Section section);

    /** Decrypts while read; every chunk is verified before it is handed out, and the end is verified too. */
    InputStream opening(Section section, int epoch, RecordId record, int version, InputStream sealed);

    @Override
    void close();
}
