package nl.voorelkaar.dossier.deadline;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Jollyday's Dutch calendar, narrowed to the days that the law names: its calendar also knows Easter Sunday and calls
 * Goede Vrijdag a mere observance. A calendar that lacks one of them is refused, rather than believed.
 */
final class DutchFreeDays implements FreeDays {

    private static final Map<String, FreeDay.Name> NAMES = Map.of(
            "NEW_YEAR", FreeDay.Name.NEW_YEARS_DAY,
            "christian.GOOD_FRIDAY", FreeDay.Name.GOOD_FRIDAY,
            "christian.EASTER_MONDAY", FreeDay.Name.EASTER_MONDAY,
            "KINGS_DAY", FreeDay.Name.KINGS_DAY,
            "QUEENS_BIRTHDAY", FreeDay.Name.KINGS_DAY,
            "LIBERATION", FreeDay.Name.LIBERATION_DAY,
            "christian.ASCENSION_DAY", FreeDay.Name.ASCENSION_DAY,
            "christian.PENTECOST_MONDAY", FreeDay.Name.WHIT_MONDAY,
            "FIRST_CHRISTMAS_DAY", FreeDay.Name.CHRISTMAS_DAY,
            "SECOND_CHRISTMAS_DAY", FreeDay.Name.SECOND_CHRISTMAS_DAY);

    private final HolidayManager calendar =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.NETHERLANDS));
    private final Map<LocalDate, FreeDay.Name> equated = new HashMap<>();
    private final Map<Year, Map<LocalDate, FreeDay.Name>> years = new ConcurrentHashMap<>();
    private final LocalDate knownUntil;

    DutchFreeDays() {
        for (var row : Table.read("equated-days.csv")) {
            equated.put(LocalDate.parse(row.getFirst()), FreeDay.Name.EQUATED);
        }
        var last = equated.keySet().stream().max(LocalDate::compareTo).orElseThrow();
        knownUntil = LocalDate.of(last.getYear(), 12, 31);
    }

    @Override
    public Optional<FreeDay> on(LocalDate day) {
        var holiday = years.computeIfAbsent(Year.from(day), this::holidays).get(day);
        if (holiday != null) {
            return Optional.of(new FreeDay(day, holiday));
        }
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> Optional.of(new FreeDay(day, FreeDay.Name.SATURDAY));
            case SUNDAY -> Optional.of(new FreeDay(day, FreeDay.Name.SUNDAY));
            default -> Optional.ofNullable(equated.get(day)).map(name -> new FreeDay(day, name));
        };
    }

    @Override
    public LocalDate knownUntil() {
        return knownUntil;
    }

    private Map<LocalDate, FreeDay.Name> holidays(Year year) {
        var found = EnumSet.noneOf(FreeDay.Name.class);
        var days = new HashMap<LocalDate, FreeDay.Name>();
        for (Holiday holiday : calendar.getHolidays(year)) {
            var name = NAMES.get(holiday.getPropertiesKey());
            if (name != null) {
                found.add(name);
                days.put(holiday.getDate(), name);
            }
        }
        if (!found.containsAll(NAMES.values())) {
            throw new IllegalStateException(
                    "the calendar of " + year + " lacks a holiday of the Algemene termijnenwet");
        }
        return days;
    }
}
