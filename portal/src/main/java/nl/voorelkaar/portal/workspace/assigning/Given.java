package nl.voorelkaar.portal.workspace.assigning;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.time.LocalDate;
import java.util.Optional;

/** Carries what was just given to the list, which says it once. */
record Given(String to, LocalDate until) {

    void carry(UI ui) {
        ComponentUtil.setData(ui, Given.class, this);
    }

    static Optional<Given> take(UI ui) {
        var given = Optional.ofNullable(ComponentUtil.getData(ui, Given.class));
        ComponentUtil.setData(ui, Given.class, null);
        return given;
    }

    @Override
    public String toString() {
        return "Given[redacted]";
    }
}
