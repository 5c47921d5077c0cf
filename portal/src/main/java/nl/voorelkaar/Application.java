package nl.voorelkaar;

import java.util.List;
import nl.voorelkaar.portal.RequiredSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * One program with two faces, see {@code voorelkaar.face}. With {@code migrate}, {@code make-keys},
 * {@code rotate-keys}, {@code replace-seal} or {@code audit} as the first argument it does that one task, without a web
 * server, and ends.
 */
@SpringBootApplication
public class Application {

    public static void main(String[] args) throws InterruptedException {
        if (args.length > 0 && OneOffTask.NAMES.contains(args[0])) {
            OneOffTask.run(args[0], List.of(args).subList(1, args.length));
            return;
        }
        var application = new SpringApplication(Application.class);
        application.addListeners(new RequiredSettings());
        application.run(args);
    }
}
