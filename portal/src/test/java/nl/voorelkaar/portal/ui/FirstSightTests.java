package nl.voorelkaar.portal.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class FirstSightTests {

    private static final String EVIL = "</script><h1 id=\"erin\">&amp;</h1><!--";

    @Test
    void wordsCanBeReadAndLinksFollowedAndTheRestWaits() {
        var field = new Input();
        field.setValue("al getypt");
        var page = read(new H1("Mijn dossier"), new Anchor("/mijn", "Terug"), field, new NativeButton("Bewaren"));

        assertThat(page.select("h1").text()).isEqualTo("Mijn dossier");
        assertThat(page.select("a").attr("href")).isEqualTo("/mijn");
        assertThat(page.select("input[disabled]").val()).isEqualTo("al getypt");
        assertThat(page.select("button[disabled]").text()).isEqualTo("Bewaren");
        assertThat(page.select("noscript").text()).isEqualTo(Words.say(Words.DUTCH, "page.needs.script"));
    }

    @Test
    void whatNobodyMaySeeIsNotThere() {
        var secret = new Paragraph("verborgen");
        secret.setVisible(false);

        assertThat(read(new Paragraph("open"), secret).html()).contains("open").doesNotContain("verborgen");
    }

    @Test
    void aPictureIsFetchedByTheLivePage() {
        var picture = read(new Image("/mijn/bestand/1", "Bladzijde 1")).select("img");

        assertThat(picture.hasAttr("src")).isFalse();
        assertThat(picture.attr("alt")).isEqualTo("Bladzijde 1");
    }

    @Test
    void aLinkWithinThePageStaysOnIt() {
        assertThat(read(new Anchor("#main", "Naar de inhoud")).select("a").attr("href"))
                .isEqualTo("/mijn/dossier?deel=wonen#main");
    }

    @Test
    void whatSomebodyWroteIsTextAndNothingElse() {
        var written = new Paragraph(EVIL);
        written.getElement().setAttribute("title", EVIL);

        var page = read(written);

        assertThat(page.select("#erin")).isEmpty();
        assertThat(page.select("p[title]").text()).isEqualTo(EVIL);
        assertThat(page.select("p[title]").attr("title")).isEqualTo(EVIL);
    }

    @Test
    void whatTheProgramStartsFromComesLastAndNothingInItEndsIt() {
        var document = Jsoup.parse("<head></head><body><h1>Mijn dossier</h1></body>");
        document.head()
                .appendElement("script")
                .appendChild(new org.jsoup.nodes.DataNode(
                        "window.Vaadin.TypeScript= {\"initial\":\"" + EVIL.replace("\"", "\\\"") + "\"};"));

        FirstSight.wordsFirst(document);

        var again = Jsoup.parse(document.html());
        assertThat(again.select("#erin")).isEmpty();
        assertThat(again.head().select("script")).isEmpty();
        assertThat(again.body().lastElementChild().data())
                .startsWith("window.Vaadin.TypeScript= ")
                .endsWith("};")
                .doesNotContain("<");
    }

    /** What a browser makes of the drawing, after it went over the line. */
    private static Element read(Component... parts) {
        var document = Jsoup.parse("<body></body>");
        document.outputSettings().prettyPrint(false);
        var live = new Div(parts).getElement();
        document.body().appendChild(new FirstSight.Drawing(document, "/mijn/dossier?deel=wonen").of(live, Words.DUTCH));
        return Jsoup.parse(document.html()).getElementById("eerste-gezicht");
    }
}
