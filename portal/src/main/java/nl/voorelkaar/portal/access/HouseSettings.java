package nl.voorelkaar.portal.access;

import java.net.URI;
import nl.voorelkaar.consent.Face;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets for this process, under {@code voorelkaar}.
 *
 * @param face which of the two this process is
 * @param publicUrl where people reach it, scheme, host and port only
 * @param exit where residents and carers go who must leave this site at once: a site that everybody looks at
 */
@ConfigurationProperties("voorelkaar")
public record HouseSettings(
        Face face,
        URI publicUrl,
        Municipality municipality,
        Identity identity,
        @DefaultValue("https://www.knmi.nl/") URI exit) {

    public HouseSettings {
        Origin.of(exit.toString());
    }

    /** Whether browsers reach this face over TLS. Only then cookies can be marked as such. */
    public boolean secure() {
        return "https".equals(publicUrl.getScheme());
    }

    /** A path of this face as people see it. @param path starts with a slash */
    public String at(String path) {
        return publicUrl.resolve(path).toString();
    }

    /** @param name as in "gemeente Voorbeeldstad", for screens and letters */
    public record Municipality(String name) {}

    /**
     * The identity provider of this face.
     *
     * @param scopes asked for at sign-in, separated by blanks
     */
    record Identity(
            String issuer,
            String clientId,
            String clientSecret,
            @DefaultValue("openid") String scopes,
            @DefaultValue Claims claims) {

        @Override
        public String toString() {
            return "Identity[" + issuer + "]";
        }
    }

    /** Names of UserInfo claims: providers differ. */
    record Claims(
            @DefaultValue("bsn") String bsn,
            @DefaultValue("name") String name,
            @DefaultValue("birthdate") String birthdate,
            @DefaultValue("email") String email,
            @DefaultValue("represents") String represents,
            @DefaultValue("role") String role,
            @DefaultValue("organisation") String organisation,
            @DefaultValue("organisation_name") String organisationName,
            @DefaultValue("team") String team,
            @DefaultValue("own_bsn") String ownBsn,
            @DefaultValue("household_bsns") String householdBsns,
            @DefaultValue("postal_code") String postcode) {}
}
