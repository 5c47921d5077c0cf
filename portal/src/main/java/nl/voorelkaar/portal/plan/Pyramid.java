package nl.voorelkaar.portal.plan;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import nl.voorelkaar.dossier.plan.Ondersteuningsplan;
import nl.voorelkaar.dossier.plan.PlanItem;
import nl.voorelkaar.dossier.plan.PlanPart;
import nl.voorelkaar.portal.ui.Words;

/**
 * The kantelingspiramide: four layers, the first below. A layer in which something is agreed is filled. Who does not
 * see it hears the same in one sentence; the texts themselves stand below the picture.
 */
final class Pyramid extends Div {

    private static final int WIDTH = 560;
    private static final int LAYER = 62;

    Pyramid(Ondersteuningsplan plan) {
        addClassName("ve-pyramid");
        var layers = PlanItem.ARRANGEMENT.parts();
        var svg =
                new StringBuilder("<svg viewBox='0 0 " + WIDTH + " " + LAYER * layers.size() + "' aria-hidden='true'>");
        for (var number = 1; number <= layers.size(); number++) {
            svg.append(layer(number, layers.size(), agreed(plan, layers.get(number - 1))));
        }
        getElement().setProperty("innerHTML", svg.append("</svg>").toString());
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", inWords(plan, layers));
    }

    private static String inWords(Ondersteuningsplan plan, List<PlanPart> layers) {
        var filled = layers.stream()
                .filter(part -> agreed(plan, part))
                .map(PlanWords::part)
                .toList();
        return filled.isEmpty() ? Words.say("plan.pyramid.empty") : Words.say("plan.pyramid.words", Words.list(filled));
    }

    private static boolean agreed(Ondersteuningsplan plan, PlanPart part) {
        return !plan.part(part).text().isBlank();
    }

    /** Only numbers and words of the house go in: no text of anybody becomes markup. */
    private static String layer(int number, int of, boolean filled) {
        var below = LAYER * (of - number + 1);
        var above = below - LAYER + 6;
        var point = WIDTH / 2;
        var half = 210;
        var wide = half * below / (LAYER * of);
        var narrow = half * above / (LAYER * of);
        var key = "plan.layer.short." + number;
        return "<polygon points='%d,%d %d,%d %d,%d %d,%d' data-filled='%s'/><text x='%d' y='%d'>%d. %s</text>"
                .formatted(
                        point - 60 - narrow,
                        above,
                        point - 60 + narrow,
                        above,
                        point - 60 + wide,
                        below,
                        point - 60 - wide,
                        below,
                        filled,
                        point - 60 + wide + 12,
                        below - 24,
                        number,
                        Words.say(key));
    }
}
