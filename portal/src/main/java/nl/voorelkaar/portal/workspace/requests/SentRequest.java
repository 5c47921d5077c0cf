package nl.voorelkaar.portal.workspace.requests;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.util.Optional;
import nl.voorelkaar.consent.AccessRequest;

/** Carries a request that was just sent from the form to the list, which shows its receipt once. */
record SentRequest(AccessRequest request) {

    void carry(UI ui) {
        ComponentUtil.setData(ui, SentRequest.class, this);
    }

    static Optional<AccessRequest> take(UI ui) {
        var sent = Optional.ofNullable(ComponentUtil.getData(ui, SentRequest.class));
        ComponentUtil.setData(ui, SentRequest.class, null);
        return sent.map(SentRequest::request);
    }
}
