package nl.voorelkaar.portal.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PrintedTests {

    @Test
    void saysWhatThePartSaidInOneNode() {
        var part = new Section(new H2("Wie keek er"), new Div(new Icon(Icon.Shape.LOG), new Anchor("/mijn", "Verder")));
        part.addClassName("ve-stack");

        Printed.inside(part);

        assertThat(part.getChildren()).isEmpty();
        assertThat(part.getClassNames()).containsExactly("ve-stack");
        assertThat(read(part).select("h2").text()).isEqualTo("Wie keek er");
        assertThat(read(part).select("div > a[href=/mijn]").text()).isEqualTo("Verder");
        assertThat(read(part).select("div > span[aria-hidden] > svg > path")).hasSize(1);
    }

    @Test
    void whatSomebodyWroteStaysAsItWasWritten() {
        var written = "<b onclick='x()'>Mijn & jouw</b>\n\n  twee   woorden </p>";

        var part = Printed.inside(new Div(new Paragraph(written)));

        assertThat(read(part).select("b")).isEmpty();
        assertThat(read(part).select("p").first().wholeText()).isEqualTo(written);
    }

    @Test
    void whatNobodyMaySeeIsNotKept() {
        var secret = new Paragraph("verborgen");
        secret.setVisible(false);

        var part = Printed.inside(new Div(new Div(secret, new Paragraph("open"))));

        assertThat(part.getElement().getProperty("innerHTML")).contains("open").doesNotContain("verborgen");
    }

    /** Otherwise every letter of the text takes two bytes. */
    @Test
    void aLetterThatIsRareIsWrittenAsItsNumber() {
        var part = Printed.inside(new Div(new Paragraph("Ş 5 € – “é”")));

        assertThat(part.getElement().getProperty("innerHTML"))
                .matches("[\\x00-\\xff]*")
                .contains("é");
        assertThat(read(part).text()).isEqualTo("Ş 5 € – “é”");
    }

    @Test
    void whatIsPrintedAnewTakesThePlaceOfWhatWasThere() {
        var part = new Div();
        Printed.shared(part, List.of(new Paragraph("een")));
        Printed.shared(part, List.of(new Paragraph("twee"), new Paragraph("drie")));

        assertThat(read(part).select("p").eachText()).containsExactly("twee", "drie");
    }

    @Test
    void whatReadsTheSameForManyIsKeptOnce() {
        var one = Printed.sharedInside(new Div(new Paragraph("Bel 14 0999")));
        var other = Printed.sharedInside(new Div(new Paragraph("Bel 14 0999")));

        assertThat(one.getElement().getProperty("innerHTML"))
                .isSameAs(other.getElement().getProperty("innerHTML"));
    }

    @ParameterizedTest
    @MethodSource("more")
    void whatDoesMoreThanSaySomethingIsRefused(Component more) {
        var part = new Div(new Div(more));

        assertThatThrownBy(() -> Printed.inside(part)).isInstanceOf(IllegalArgumentException.class);
        assertThat(more.getParent()).isPresent();
    }

    static Stream<Component> more() {
        var field = new Input();
        field.setValue("al getypt");
        return Stream.of(
                new NativeButton("Bewaren", _ -> {}),
                field,
                new Image("/mijn/bestand/1", "Een bladzijde met een regel"));
    }

    private static Element read(Component part) {
        return Jsoup.parseBodyFragment(part.getElement().getProperty("innerHTML"))
                .body();
    }
}
