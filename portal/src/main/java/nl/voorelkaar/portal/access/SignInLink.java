package nl.voorelkaar.portal.access;

import nl.voorelkaar.portal.ui.ActionLink;

/** Leads to the identity provider of this face. */
public final class SignInLink {

    private SignInLink() {}

    /** @param words what the link says, such as "Inloggen met DigiD" */
    public static ActionLink saying(HouseSettings settings, String words) {
        return to(SignInRequests.START + "/" + Registration.of(settings.face()), words);
    }

    /** The same, but the provider asks again who it is, so that another level can be chosen. */
    public static ActionLink again(HouseSettings settings, String words) {
        return to(
                SignInRequests.START + "/" + Registration.of(settings.face()) + "?" + SignInRequests.AGAIN + "=1",
                words);
    }

    private static ActionLink to(String address, String words) {
        var link = ActionLink.primary(address, words).handle("sign-in");
        link.setRouterIgnore(true);
        return link;
    }
}
