package nl.devservices.local.gallery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.voorelkaar.dossier.paper.Wording;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** One text of one bundle, found in the class path: a new bundle needs no registration. */
record Template(Wording wording, String key) {

    private static final String HOME = "nl/voorelkaar/";

    /** Names of the bundles, such as {@code dossier.plan.paper}. */
    static List<String> bundles() {
        try {
            var resources = new PathMatchingResourcePatternResolver(Template.class.getClassLoader());
            return Stream.concat(
                            Arrays.stream(resources.getResources("classpath*:" + HOME + "dossier/**/*.properties")),
                            Arrays.stream(resources.getResources("classpath*:" + HOME + "portal/letter/*.properties")))
                    .map(Template::name)
                    .filter(name -> !name.endsWith("_en"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Template> in(String bundle) {
        var wording = wording(bundle);
        return wording.keys().stream().map(key -> new Template(wording, key)).toList();
    }

    /** Filled in with the names of its values. */
    Wording.Text example(Locale language) {
        return wording.text(
                language,
                key,
                wording.values(language, key).stream()
                        .collect(Collectors.toMap(name -> name, name -> "‹" + name + "›")));
    }

    private static Wording wording(String bundle) {
        var dot = bundle.lastIndexOf('.');
        try {
            var home = Class.forName("nl.voorelkaar." + bundle.substring(0, dot) + ".package-info");
            return Wording.beside(home, bundle.substring(dot + 1));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("a bundle lies in a package of ours", e);
        }
    }

    private static String name(Resource file) {
        try {
            var address = file.getURL().getPath();
            var path = address.substring(address.lastIndexOf(HOME) + HOME.length());
            return path.substring(0, path.length() - ".properties".length()).replace('/', '.');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
