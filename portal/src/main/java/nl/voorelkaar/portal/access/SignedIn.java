package nl.voorelkaar.portal.access;

import java.util.Optional;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.RecentLogin;
import nl.voorelkaar.consent.ResidentId;

/** Who is signed in, in the session of the request that is being answered. */
public interface SignedIn {

    /** For {@code @RolesAllowed} on views of the resident face. */
    String RESIDENT = "RESIDENT";

    /** For {@code @RolesAllowed} on views of the workspace face. */
    String PROFESSIONAL = "PROFESSIONAL";

    /** Whether somebody is signed in. Views behind an access rule need not ask. */
    boolean anyone();

    /** The path of the first page of this face behind the sign-in: {@code /mijn} or {@code /werkplek}. */
    String home();

    /** @throws IllegalStateException when no resident is signed in; views behind an access rule never see that */
    Actor.Resident resident();

    /** @throws IllegalStateException when no professional is signed in */
    Actor.Professional professional();

    /**
     * A program that came by itself, without a person: a party of its own (ADR 0028).
     *
     * @return empty for everybody else
     */
    Optional<Actor.Professional> program();

    /**
     * For whom this person came, as the identity provider says; empty when for themselves. It opens nothing: whether
     * they may is in the register of the municipality.
     */
    Optional<ResidentId> represents();

    /** The person's name as the identity provider gave it. */
    String name();

    /** Whether this person proved who they are recently enough to give or stop access, see {@link RecentLogin}. */
    boolean recently();

    /**
     * Sends the browser to sign in again and back to this address. The session and what is kept in it stay.
     *
     * @param returnTo a path on this face, such as {@code /mijn/toegang}
     */
    void signInAgain(String returnTo);
}
