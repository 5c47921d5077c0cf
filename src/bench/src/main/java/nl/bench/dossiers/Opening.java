package nl.bench.dossiers;

import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * One dossier that is open for one program.
 *
 * @param program by its number, from 1
 * @param grant what the address of the dossier begins with
 */
public record Opening(int program, UUID grant, List<UUID> entries) {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789 ";

    /** What an entry says: the same whenever it is asked, and nothing that becomes small when it is packed. */
    public static String text(UUID entry, int letters) {
        var random = new Random(entry.getMostSignificantBits() ^ entry.getLeastSignificantBits());
        var text = new StringBuilder(letters);
        for (var letter = 0; letter < letters; letter++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
