package nl.voorelkaar.portal.access;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.server.VaadinServletRequest;
import org.springframework.security.web.csrf.CsrfToken;

/** Signs out. Posts a form of its own, so that no address that somebody is lured to can sign a person out. */
public final class SignOutButton extends NativeButton {

    /** @param label what the button says, such as "Uitloggen" */
    public SignOutButton(String label) {
        super(label);
        getElement().setAttribute("data-testid", "sign-out");
        addClickListener(SignOutButton::signOut);
    }

    private static void signOut(ClickEvent<NativeButton> click) {
        var token = (CsrfToken)
                VaadinServletRequest.getCurrent().getHttpServletRequest().getAttribute(CsrfToken.class.getName());
        click.getSource().getElement().executeJs("""
                const form = document.createElement('form');
                form.method = 'post';
                form.action = $0;
                const field = document.createElement('input');
                field.type = 'hidden';
                field.name = $1;
                field.value = $2;
                form.append(field);
                document.body.append(form);
                form.submit();
                """, SignOut.PATH, token.getParameterName(), token.getToken());
    }
}
