package nl.voorelkaar.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Pictures of screens, in {@code target/pictures}; those of the tour also where {@code -Dvoorelkaar.pictures} says. */
final class Pictures {

    private static final Path TARGET = Path.of("target", "pictures");

    private Pictures() {}

    static Path take(Page page, String name) {
        var path = TARGET.resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setPath(path));
        return path;
    }

    /** One for README: what is on the screen without scrolling. */
    static void takeForTour(Page page, String name) {
        var path = TARGET.resolve("tour").resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions()
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setPath(path));
        var wanted = System.getProperty("voorelkaar.pictures", "");
        if (!wanted.isEmpty()) {
            try {
                var folder = Path.of(wanted);
                Files.createDirectories(folder);
                Files.write(folder.resolve(path.getFileName()), Png.smaller(Files.readAllBytes(path)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
