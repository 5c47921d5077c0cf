package nl.voorelkaar.portal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import java.util.List;

/**
 * A page: one h1, which is also its title, and the way back to it. Everything that is added stands below the h1, with
 * room between.
 */
public abstract class Page extends Div implements HasDynamicTitle {

    /** A step of the kruimelpad above this page. */
    public record Crumb(String path, String words) {}

    private final H1 heading = new H1();
    private final Div head = new Div(heading);
    private List<Crumb> trail = List.of();

    /** A page whose title is known later: call {@link #title}. */
    protected Page() {
        addClassName("ve-page");
        head.addClassName("ve-page-head");
        heading.getElement().setAttribute("tabindex", "-1");
        super.add(head);
    }

    protected Page(String title) {
        this();
        title(title);
    }

    /** Also on a page that is on a screen already: kruimelpad and window then follow. */
    protected final void title(String words) {
        heading.setText(words);
        getUI().ifPresent(ui -> {
            ui.getPage().setTitle(getPageTitle());
            Shell.current().ifPresent(shell -> shell.showTrail(this));
        });
    }

    /** One or two sentences under the h1. */
    protected final void lead(String words) {
        var lead = new Paragraph(words);
        lead.addClassName("ve-lead");
        head.add(lead);
    }

    protected final void head(Component... more) {
        head.add(more);
    }

    /** A heading for who hears the page, where eyes see the structure without one. */
    protected static Component heard(String words) {
        var heading = new H2(words);
        heading.addClassName("ve-only-heard");
        return heading;
    }

    /** A part of a page, under its heading. */
    protected static Section part(String words, Component... parts) {
        var section = new Section(new H2(words));
        section.add(parts);
        section.addClassName("ve-stack");
        return section;
    }

    /** What somebody wrote, with its own lines and in its own direction. */
    public static Paragraph said(String text) {
        var said = new Paragraph(text);
        said.addClassName("ve-text");
        return said;
    }

    /** Buttons beside each other. */
    protected static Div beside(Component... acts) {
        var beside = new Div(acts);
        beside.addClassName("ve-row");
        return beside;
    }

    /** A page that welcomes: its head stands in the warm colour of the house. */
    protected final void welcome() {
        head.addClassName("ve-hero");
    }

    /** The pages above this one, from the top; not this page itself. */
    protected final void trail(Crumb... above) {
        trail = List.of(above);
    }

    /** Empties the page, except for its h1. */
    protected final void clear() {
        getChildren().filter(child -> child != head).toList().forEach(this::remove);
        head.getChildren().filter(child -> child != heading).toList().forEach(head::remove);
    }

    /** Puts the reader at the top of a page whose content was replaced. */
    protected final void readFromTop() {
        heading.getElement().executeJs("window.scrollTo(0, 0); this.focus({preventScroll: true})");
    }

    final H1 heading() {
        return heading;
    }

    final List<Crumb> trail() {
        return trail;
    }

    /** What a window is called whose page has this name, or must not be called by its own. */
    protected static String titled(String words) {
        return words + " · " + Words.say("house.name");
    }

    @Override
    public String getPageTitle() {
        return titled(heading.getText());
    }
}
