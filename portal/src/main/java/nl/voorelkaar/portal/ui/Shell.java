package nl.voorelkaar.portal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.voorelkaar.consent.Face;
import org.jspecify.annotations.Nullable;

/**
 * The frame around every page of a face: skip link, header with who is signed in, menu (always visible; on phones a bar
 * at the bottom), kruimelpad, the one main, footer with the ways to reach people. After each navigation the h1 has the
 * focus, so that a screen reader starts there.
 */
public abstract class Shell extends Div implements RouterLayout, AfterNavigationObserver {

    /**
     * A place in the menu. {@code words} is read with and without the picture.
     *
     * @param also where pages stand that belong to this place too
     */
    public record Place(String path, String words, Icon.Shape icon, List<String> also) {

        public Place(String path, String words, Icon.Shape icon) {
            this(path, words, icon, List.of());
        }

        private boolean holds(String page) {
            return Stream.concat(Stream.of(path), also.stream())
                    .anyMatch(above -> page.equals(above) || page.startsWith(above + "/"));
        }
    }

    /**
     * What a face puts in its frame.
     *
     * @param face whose words stand at the foot
     * @param start path of the word mark
     * @param below small words under the name of the house, such as the municipality's name
     * @param visitor who is signed in; empty on pages for everybody
     */
    public record Plan(
            Face face, String start, String below, List<Place> places, Optional<Visitor> visitor, boolean wide) {

        /**
         * Whether whoever is signed in acts for another here. No place of their own is offered then: it would look like
         * the other's.
         */
        private boolean forAnother() {
            return start.equals("/namens");
        }

        /** Where in the menu a page stands. */
        public Optional<Place> placeOf(String page) {
            return placeOf(page, places);
        }

        /** The nearest above it. Every address begins as the start does, so that one holds itself only. */
        private Optional<Place> placeOf(String page, List<Place> places) {
            return places.stream()
                    .filter(place -> page.equals(place.path()) || !place.path().equals(start) && place.holds(page))
                    .max(Comparator.comparingInt(place -> place.path().length()));
        }
    }

    /**
     * Who is signed in.
     *
     * @param signOut the button that ends the session; the frame gives it its look
     */
    public record Visitor(String name, Component signOut) {}

    private record Count(int number, String heard) {}

    private final transient Plan plan;
    private final Main main = new Main();
    private final Div content = new Div();
    private final Nav crumbs = new Nav();
    private final Div banners = new Div();
    private final Div toast = new Div();
    private final UnorderedList menu = new UnorderedList();
    private final transient Map<String, Count> counts = new HashMap<>();
    private transient List<Place> places = List.of();
    private String path = "";
    private boolean first;

    protected Shell(Plan plan) {
        this.plan = plan;
        addClassName("ve-shell");
        getElement().setAttribute("data-width", plan.wide() ? "wide" : "calm");
        main.setId("main");
        main.addClassName("ve-main");
        main.getElement().setAttribute("tabindex", "-1");
        content.addClassName("ve-wrap");
        main.add(content);
        crumbs.addClassNames("ve-crumbs");
        crumbs.setAriaLabel(Words.say("shell.crumbs"));
        crumbs.setVisible(false);
        toast.addClassName("ve-toast");
        toast.getElement().setAttribute("role", "status");
        var nav = menu();
        places(plan.places());
        add(skipLink(), header(plan), nav, banners, wrapped(crumbs), main, footer(plan), toast);
        var ui = UI.getCurrent();
        first = current().isEmpty();
        if (ui != null) {
            ComponentUtil.setData(ui, Shell.class, this);
        }
    }

    /** The frame of this screen, if it has one. */
    public static Optional<Shell> current() {
        return Optional.ofNullable(UI.getCurrent()).map(ui -> ComponentUtil.getData(ui, Shell.class));
    }

    /**
     * Shows something above the page, on every page, until it is removed: a warning that the session ends, for
     * instance.
     */
    public final void banner(Component banner) {
        banner.addClassName("ve-wrap");
        banners.add(banner);
    }

    /** Shows a number beside a place in the menu, such as open requests. Nothing for zero. */
    public final void count(String path, int number, String heard) {
        counts.put(path, new Count(number, heard));
        drawMenu();
    }

    final void say(@Nullable Component message) {
        toast.removeAll();
        if (message != null) {
            toast.add(message);
        }
    }

    @Override
    public void showRouterLayoutContent(@Nullable HasElement page) {
        content.removeAll();
        if (page != null) {
            content.getElement().appendChild(page.getElement());
        }
    }

    @Override
    public void removeRouterLayoutContent(@Nullable HasElement old) {
        content.removeAll();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        path = "/" + event.getLocation().getPath();
        drawMenu();
        say(null);
        if (!event.getActiveChain().isEmpty() && event.getActiveChain().getFirst() instanceof Page page) {
            showTrail(page);
            if (!first) {
                page.readFromTop();
            }
        }
        first = false;
    }

    void showTrail(Page page) {
        crumbs.removeAll();
        crumbs.setVisible(!page.trail().isEmpty());
        var list = new OrderedList();
        for (var crumb : page.trail()) {
            list.add(new ListItem(new Anchor(crumb.path(), crumb.words())));
        }
        var here = new Span(page.heading().getText());
        here.getElement().setAttribute("aria-current", "page");
        list.add(new ListItem(here));
        crumbs.add(list);
    }

    private static Component skipLink() {
        var skip = new Anchor("#main", Words.say("shell.skip"));
        skip.addClassName("ve-skip");
        skip.getElement().setAttribute("router-ignore", true);
        skip.getElement()
                .executeJs("this.addEventListener('click', event => { event.preventDefault();"
                        + " document.getElementById('main').focus(); })");
        return skip;
    }

    private Component header(Plan plan) {
        var name = new Span(Words.say("house.name"));
        name.addClassName("ve-brand-name");
        var below = new Span(plan.below());
        below.addClassName("ve-brand-place");
        var brand = Printed.sharedInside(new Anchor(plan.start(), mark(), new Span(name, below)));
        brand.addClassName("ve-brand");
        var row = wrapped(brand);
        plan.visitor().ifPresent(visitor -> {
            var who = Printed.inside(new Span(new Icon(Icon.Shape.PERSON), new Span(visitor.name())));
            who.addClassName("ve-person");
            row.add(who);
        });
        row.add(languageSwitch());
        plan.visitor().ifPresent(visitor -> {
            visitor.signOut().addClassName("ve-action");
            visitor.signOut().getElement().setAttribute("data-kind", "quiet");
            row.add(visitor.signOut());
        });
        var header = new Header(row);
        header.addClassName("ve-header");
        return header;
    }

    /** Two people who lean on each other make a roof. */
    static Component mark() {
        return new Html("""
                <span aria-hidden="true"><svg viewBox="0 0 48 48" width="42" height="42" fill="none" stroke-width="6"
                stroke-linecap="round"><path class="ve-mark-left" d="M8 41 23 17"/><path class="ve-mark-right" d="M40 41 25 17"/>
                <circle class="ve-mark-left-dot" cx="12.500" cy="9.500" r="4.800"/><circle class="ve-mark-right-dot" cx="35.500"
                cy="9.500" r="4.800"/></svg></span>""");
    }

    private static Component languageSwitch() {
        var other = Words.locale().getLanguage().equals("en") ? Words.DUTCH : Locale.ENGLISH;
        var change = Action.quiet(Words.say(other, "shell.language"), _ -> Languages.choose(other))
                .handle("language");
        change.getElement().setAttribute("lang", other.getLanguage());
        return change;
    }

    private Component menu() {
        var nav = new Nav(wrapped(menu));
        nav.addClassName("ve-menu");
        nav.setAriaLabel(Words.say("shell.menu"));
        return nav;
    }

    /** What stands in the menu. Without any place there is no menu. */
    protected final void places(List<Place> places) {
        this.places = places;
        drawMenu();
        menu.getParent().flatMap(Component::getParent).ifPresent(nav -> nav.setVisible(!places.isEmpty()));
    }

    private void drawMenu() {
        var here = plan.placeOf(path, places);
        Printed.shared(
                menu,
                places.stream()
                        .map(place -> link(place, here.filter(place::equals).isPresent()))
                        .map(ListItem::new)
                        .toList());
    }

    private Anchor link(Place place, boolean here) {
        var link = new Anchor(place.path(), new Icon(place.icon()), new Span(place.words()));
        if (here) {
            link.getElement().setAttribute("aria-current", path.equals(place.path()) ? "page" : "true");
        }
        var count = counts.get(place.path());
        if (count != null && count.number() > 0) {
            var heard = new Span(" " + count.heard());
            heard.addClassName("ve-only-heard");
            var badge = new Span(Integer.toString(count.number()));
            badge.addClassName("ve-count");
            badge.add(heard);
            link.add(badge);
        }
        return link;
    }

    private static UnorderedList about(Plan plan) {
        var face = plan.face();
        var list = new UnorderedList(
                new ListItem(new Anchor("/termijnen", Words.on(face, "footer.terms"))),
                new ListItem(new Anchor("/toegankelijkheid", Words.on(face, "footer.accessibility"))),
                new ListItem(new Anchor("/privacy", Words.on(face, "footer.privacy"))));
        if (face == Face.RESIDENT && plan.visitor().isPresent()) {
            if (!plan.forAnother()) {
                list.add(
                        new ListItem(new Anchor("/mijn/klacht", Words.say("klacht.footer"))),
                        new ListItem(new Anchor("/mijn/rechten", Words.say("rights.footer"))),
                        new ListItem(new Anchor("/mijn/machtigingen", Words.say("footer.mandates"))));
            }
            list.add(new ListItem(new Anchor("/namens", Words.say("footer.acting"))));
        }
        return list;
    }

    private static Component footer(Plan plan) {
        var face = plan.face();
        var columns = new Div(
                block(
                        face,
                        "footer.help",
                        new Prose(Words.on(face, "footer.help.phone")),
                        new Paragraph(Words.on(face, "footer.help.desk"))),
                block(face, "footer.paper", new Paragraph(Words.on(face, "footer.paper.text"))),
                block(face, "footer.about", about(plan)));
        columns.addClassName("ve-columns");
        var footer = Printed.sharedInside(new Footer(wrapped(columns)));
        footer.addClassName("ve-footer");
        return footer;
    }

    private static Component block(Face face, String key, Component... parts) {
        var block = new Div(new H2(Words.on(face, key)));
        block.add(parts);
        return block;
    }

    private static Div wrapped(Component... parts) {
        var wrap = new Div(parts);
        wrap.addClassName("ve-wrap");
        return wrap;
    }
}
