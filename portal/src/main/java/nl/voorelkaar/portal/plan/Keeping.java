package nl.voorelkaar.portal.plan;

import com.vaadin.flow.component.Component;
import java.util.Map;
import java.util.Optional;
import nl.voorelkaar.portal.ui.Typed;

/** Keeps what somebody types until it is saved, on the face that can. */
@FunctionalInterface
public interface Keeping {

    Keeping NOWHERE = (form, basedOn, fields) -> Optional.empty();

    /** @param form such as {@code plan/<id>/tijdpad} */
    Optional<Kept> of(String form, int basedOn, Map<String, ? extends Typed> fields);

    /**
     * What is kept of one form.
     *
     * @param shown stands above the form
     * @param done to be called when the form was saved or left
     */
    record Kept(Component shown, Runnable done) {}
}
