package nl.voorelkaar.dossier.procedure;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import nl.voorelkaar.consent.CalendarDays;

/** One procedure in one dossier: a UUIDv7 that its first step brought. */
public record ProcedureId(UUID value) {

    private static final int SERIALS = 1_000_000;

    /**
     * What people say over the phone and write on an envelope, such as {@code 2610-0541-8273}: the day on which it
     * began and six more digits. Follows from the id. Opens nothing, and two of one day can, very rarely, have the
     * same.
     */
    public String reference() {
        var began = Instant.ofEpochMilli(value.getMostSignificantBits() >>> 16);
        var day = DateTimeFormatter.ofPattern("uuMMdd", Locale.ROOT).format(CalendarDays.dayOf(began));
        var serial = Long.remainderUnsigned(value.getLeastSignificantBits(), SERIALS);
        var digits = day.substring(day.length() - 6) + String.format(Locale.ROOT, "%06d", serial);
        return digits.substring(0, 4) + "-" + digits.substring(4, 8) + "-" + digits.substring(8);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
