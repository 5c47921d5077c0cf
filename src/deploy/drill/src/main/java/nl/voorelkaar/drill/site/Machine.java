package nl.voorelkaar.drill.site;

import java.util.List;

/** What a program runs on, as far as the others can see. */
interface Machine {

    /** Where the others reach what listens on it. */
    String address();

    /** This command, run on it. */
    List<String> inside(List<String> command);

    /** The one that the drill itself is on. */
    static Machine here() {
        return new Machine() {
            @Override
            public String address() {
                return "127.0.0.1";
            }

            @Override
            public List<String> inside(List<String> command) {
                return command;
            }
        };
    }
}
