package nl.devservices.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.devservices.identity.Persona.Staff;

/** Everybody in the local environment: the personas of the domain description and a few colleagues for them. */
public final class Personas {

    private static final String MUNICIPALITY = "gemeente-voorbeeldstad";
    private static final String MUNICIPALITY_NAME = "Gemeente Voorbeeldstad";
    private static final String TEAM_NORTH = "sociaal-team-noord";

    private static final List<Persona> ALL = List.of(
            resident("P01", "Fatima el Amrani", "1972-03-14", "999940004", "fatima", "Inwoner met hulp in huis"),
            resident(
                    "P02",
                    "Youssef el Amrani",
                    "1997-06-02",
                    "999940016",
                    "youssef",
                    "Zoon en mantelzorger van Fatima"),
            resident("P03", "Jan Postma", "1945-01-20", "999940028", null, "Inwoner, krijgt alles liever op papier"),
            both(
                    "P04",
                    "Tom Prins",
                    "1980-09-09",
                    "999940041",
                    "tom",
                    new Staff(
                            "CO",
                            "Onafhankelijk cliëntondersteuner",
                            "clientondersteuning-voorbeeld",
                            "Cliëntondersteuning Voorbeeld",
                            Optional.empty(),
                            List.of())),
            resident("P05", "Sanne de Wit", "2014-10-12", "999940053", null, "Kind, wordt 12 op 12 oktober 2026"),
            resident("P06", "Daan de Wit", "2010-11-20", "999940065", "daan", "Kind, wordt 16 op 20 november 2026"),
            resident(
                    "P07",
                    "Marieke Bakker",
                    "1983-05-03",
                    "999940077",
                    "marieke",
                    "Moeder met gezag van Sanne en Daan"),
            resident("P08", "Ruud de Wit", "1981-02-17", "999940089", "ruud", "Vader met gezag, woont ergens anders"),
            resident("P09", "Kees Hofman", "1989-08-08", "999940090", "kees", "Inwoner onder curatele"),
            resident(
                    "P10",
                    "Els van Rijn",
                    "1974-11-25",
                    "999940107",
                    "els",
                    "Curator van Kees, bewindvoerder van Omar"),
            both(
                    "P11",
                    "Anouk Meijer",
                    "1988-07-01",
                    "999940119",
                    "anouk",
                    municipal("GSP", "Gespreksvoerder sociaal team", TEAM_NORTH)),
            both("P12", "Bram Visser", "1979-04-30", "999940120", "bram", municipal("CM", "Casemanager", TEAM_NORTH)),
            both(
                    "P13",
                    "Dilara Kaya",
                    "1990-01-11",
                    "999940132",
                    "dilara",
                    new Staff(
                            "AANB",
                            "Wijkverpleegkundige, woont samen met Omar Haddad (E1)",
                            "zorg-voorbeeld",
                            "Zorg Voorbeeld",
                            Optional.of("wijkverpleging-noord"),
                            List.of("999940181"))),
            both(
                    "P14",
                    "Henk Oosterhof",
                    "1968-06-06",
                    "999940144",
                    "henk",
                    municipal("TM", "Teammanager sociaal team", TEAM_NORTH)),
            both(
                    "P15",
                    "Ingrid Smit",
                    "1985-12-19",
                    "999940156",
                    "ingrid",
                    municipal("JUR", "Jurist bezwaar", "juridische-zaken")),
            both(
                    "P16",
                    "Nadia Jansen",
                    "1977-08-22",
                    "999940168",
                    "nadia",
                    municipal("FG", "Functionaris gegevensbescherming", null)),
            resident("E1", "Omar Haddad", "1991-05-05", "999940181", "omar", "Inwoner met schulden, onder bewind"),
            resident("E2", "Milan Vos", "2008-10-30", "999940193", "milan", "Wordt 18 op 30 oktober 2026"),
            resident("E3", "Wilma Dijk", "1940-02-02", "999940211", null, "Overleden op 30 september 2026"),
            resident("E4", "Leap Day Lotte", "2012-02-29", "999940223", "lotte", "Kind, geboren op 29 februari"),
            both(
                    "S1",
                    "Joris Bos",
                    "1994-02-08",
                    "999940235",
                    "joris",
                    municipal("KCC", "Medewerker loket", "klantcontact")),
            both(
                    "S2",
                    "Carla de Groot",
                    "1971-10-27",
                    "999940247",
                    "carla",
                    municipal("BES", "Beslisser met mandaat", "besluiten-wmo")),
            both(
                    "S3",
                    "Sem Willems",
                    "1992-09-15",
                    "999940259",
                    "sem",
                    municipal("GSP", "Gespreksvoerder, collega van Anouk", TEAM_NORTH)),
            both(
                    "S5",
                    "Peter Vermeulen",
                    "1966-05-19",
                    "999940260",
                    "peter",
                    municipal("BES", "Beslisser met mandaat, voor bezwaren", "besluiten-wmo")),
            both(
                    "S6",
                    "Eva de Boer",
                    "1982-03-27",
                    "999940272",
                    "eva",
                    municipal("SPEC", "Ergotherapeut in de schil van experts", "schil-van-experts")),
            worker(
                    "S4",
                    "Ingrid Smit",
                    "1985-12-19",
                    "999940156",
                    "ingrid",
                    municipal("KLB", "Klachtbehandelaar, dezelfde Ingrid als P15", "klachten")));

    private Personas() {}

    public static List<Persona> residents() {
        return ALL.stream().filter(Persona::resident).toList();
    }

    public static List<Persona> staff() {
        return ALL.stream().filter(persona -> persona.staff().isPresent()).toList();
    }

    /** @param id in upper or lower case */
    static Optional<Persona> find(List<Persona> among, String id) {
        var wanted = id.strip().toUpperCase(Locale.ROOT);
        return among.stream().filter(persona -> persona.id().equals(wanted)).findFirst();
    }

    private static Persona resident(
            String id,
            String name,
            String born,
            String bsn,
            @org.jspecify.annotations.Nullable String mail,
            String about) {
        return new Persona(id, name, LocalDate.parse(born), bsn, address(mail), about, true, Optional.empty());
    }

    /** Somebody who works and also lives here. */
    private static Persona both(String id, String name, String born, String bsn, String mail, Staff staff) {
        return new Persona(
                id,
                name,
                LocalDate.parse(born),
                bsn,
                address(mail),
                "Inwoner; werkt als " + staff.function().substring(0, 1).toLowerCase(Locale.ROOT)
                        + staff.function().substring(1),
                true,
                Optional.of(staff));
    }

    private static Persona worker(String id, String name, String born, String bsn, String mail, Staff staff) {
        return new Persona(
                id, name, LocalDate.parse(born), bsn, address(mail), staff.function(), false, Optional.of(staff));
    }

    private static Staff municipal(String role, String function, @org.jspecify.annotations.Nullable String team) {
        return new Staff(role, function, MUNICIPALITY, MUNICIPALITY_NAME, Optional.ofNullable(team), List.of());
    }

    private static Optional<String> address(@org.jspecify.annotations.Nullable String mail) {
        return Optional.ofNullable(mail).map(name -> name + "@voorbeeld.example");
    }
}
