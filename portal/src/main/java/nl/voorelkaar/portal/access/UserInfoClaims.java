package nl.voorelkaar.portal.access;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.dossier.Bsn;

/** Reads claims of which nobody knows the shape beforehand. A BSN that is there and is no BSN refuses the sign-in. */
record UserInfoClaims(Map<String, Object> claims) {

    Optional<String> text(String name) {
        return claims.get(name) instanceof String text && !text.isBlank()
                ? Optional.of(text.strip())
                : Optional.empty();
    }

    Optional<Bsn> bsn(String name) {
        return text(name).map(UserInfoClaims::bsnOf);
    }

    /**
     * For whom the person acts, as the provider says (claim {@code represents}). Never who the person is.
     *
     * @return empty when the claim is absent; a claim that names somebody in another way than by BSN refuses the
     *     sign-in
     */
    Optional<Bsn> represented(String name) {
        var said = claims.get(name);
        if (said == null) {
            return Optional.empty();
        }
        if (said instanceof Map<?, ?> party
                && party.get("sub") instanceof String sub
                && party.get("sub_id_type") instanceof String type
                && type.endsWith(":BSN")) {
            return Optional.of(bsnOf(sub));
        }
        throw unfit();
    }

    Set<Bsn> bsns(String name) {
        var found = new HashSet<Bsn>();
        if (claims.get(name) instanceof Collection<?> several) {
            several.forEach(one -> found.add(bsnOf(String.valueOf(one))));
        } else if (claims.get(name) != null) {
            throw unfit();
        }
        return found;
    }

    private static Bsn bsnOf(String text) {
        try {
            return Bsn.of(text);
        } catch (IllegalArgumentException e) {
            throw unfit();
        }
    }

    static SignInRefused unfit() {
        return new SignInRefused(SignInRefused.Why.UNFIT_ANSWER);
    }

    @Override
    public String toString() {
        return "UserInfoClaims[redacted]";
    }
}
