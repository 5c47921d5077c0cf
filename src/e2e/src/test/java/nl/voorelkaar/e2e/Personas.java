package nl.voorelkaar.e2e;

import java.util.List;
import java.util.stream.Stream;

/** The fictional people of the local environment, as a list of its own: what must not be found anywhere in clear. */
final class Personas {

    private Personas() {}

    /** @param born in ISO form */
    record Persona(String id, String name, String bsn, String born) {}

    static final List<Persona> ALL = List.of(
            new Persona("P01", "Fatima el Amrani", "999940004", "1972-03-14"),
            new Persona("P02", "Youssef el Amrani", "999940016", "1997-06-02"),
            new Persona("P03", "Jan Postma", "999940028", "1945-01-20"),
            new Persona("P04", "Tom Prins", "999940041", "1980-09-09"),
            new Persona("P05", "Sanne de Wit", "999940053", "2014-10-12"),
            new Persona("P06", "Daan de Wit", "999940065", "2010-11-20"),
            new Persona("P07", "Marieke Bakker", "999940077", "1983-05-03"),
            new Persona("P08", "Ruud de Wit", "999940089", "1981-02-17"),
            new Persona("P09", "Kees Hofman", "999940090", "1989-08-08"),
            new Persona("P10", "Els van Rijn", "999940107", "1974-11-25"),
            new Persona("P11", "Anouk Meijer", "999940119", "1988-07-01"),
            new Persona("P12", "Bram Visser", "999940120", "1979-04-30"),
            new Persona("P13", "Dilara Kaya", "999940132", "1990-01-11"),
            new Persona("P14", "Henk Oosterhof", "999940144", "1968-06-06"),
            new Persona("P15", "Ingrid Smit", "999940156", "1985-12-19"),
            new Persona("P16", "Nadia Jansen", "999940168", "1977-08-22"),
            new Persona("E1", "Omar Haddad", "999940181", "1991-05-05"),
            new Persona("E2", "Milan Vos", "999940193", "2008-10-30"),
            new Persona("E3", "Wilma Dijk", "999940211", "1940-02-02"),
            new Persona("E4", "Leap Day Lotte", "999940223", "2012-02-29"),
            new Persona("S1", "Joris Bos", "999940235", "1994-02-08"),
            new Persona("S2", "Carla de Groot", "999940247", "1971-10-27"),
            new Persona("S3", "Sem Willems", "999940259", "1992-09-15"),
            new Persona("S4", "Ingrid Smit", "999940156", "1985-12-19"),
            new Persona("S5", "Peter Vermeulen", "999940260", "1966-05-19"),
            new Persona("S6", "Eva de Boer", "999940272", "1982-03-27"));

    /** @param id as in {@code P01} */
    static String name(String id) {
        return ALL.stream()
                .filter(persona -> persona.id().equals(id))
                .findFirst()
                .orElseThrow()
                .name();
    }

    static Stream<String> names() {
        return ALL.stream().map(Persona::name);
    }

    static Stream<String> bsns() {
        return ALL.stream().map(Persona::bsn);
    }

    static Stream<String> birthDates() {
        return ALL.stream().map(Persona::born);
    }
}
