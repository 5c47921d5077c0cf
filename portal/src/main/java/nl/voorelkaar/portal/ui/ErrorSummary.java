package nl.voorelkaar.portal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.data.binder.BinderValidationStatus;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is wrong with a form: a list above it, with the number in its heading, whose lines lead to the fields. Each
 * field says the same beside itself. The heading gets the focus.
 */
public final class ErrorSummary extends Div {

    private final Map<HasValidation, String> problems = new LinkedHashMap<>();

    public ErrorSummary() {
        addClassName("ve-errors");
        setTestId("errors");
        setVisible(false);
    }

    /** Forgets earlier errors; call first on each submit. */
    public ErrorSummary begin() {
        problems.keySet().forEach(field -> field.setInvalid(false));
        problems.clear();
        setVisible(false);
        return this;
    }

    /** Notes an error when {@code fine} is false. */
    public ErrorSummary need(boolean fine, HasValidation field, String words) {
        if (!fine) {
            problems.putIfAbsent(field, words);
        }
        return this;
    }

    /** Shows what was noted. @return whether nothing was wrong */
    public boolean fine() {
        problems.forEach((field, words) -> {
            field.setErrorMessage(words);
            field.setInvalid(true);
        });
        if (problems.isEmpty()) {
            return true;
        }
        removeAll();
        var heading = new H2(Words.count("errors.title", problems.size()));
        heading.getElement().setAttribute("tabindex", "-1");
        var list = new UnorderedList();
        problems.forEach((field, words) -> list.add(new ListItem(link(field, words))));
        add(heading, list);
        setVisible(true);
        heading.getElement().executeJs("this.focus()");
        return false;
    }

    /** The same for a {@code Binder}: {@code summary.fine(binder.validate())}. */
    public boolean fine(BinderValidationStatus<?> status) {
        begin();
        for (var wrong : status.getFieldValidationErrors()) {
            if (wrong.getField() instanceof HasValidation field) {
                need(false, field, wrong.getMessage().orElse(""));
            }
        }
        return fine();
    }

    private static Component link(HasValidation field, String words) {
        var id = switch (field) {
            case Field<?, ?> question -> question.controlId();
            case FieldGroup<?, ?> group -> group.firstControlId();
            default -> "main";
        };
        var link = new Anchor("#" + id, words);
        link.getElement().setAttribute("router-ignore", true);
        link.getElement()
                .executeJs(
                        "this.addEventListener('click', event => { event.preventDefault(); const field ="
                                + " document.getElementById($0); field.focus(); field.scrollIntoView({block: 'center'}); })",
                        id);
        return link;
    }
}
