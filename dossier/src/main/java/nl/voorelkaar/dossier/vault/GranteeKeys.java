package nl.voorelkaar.dossier.vault;

import nl.voorelkaar.consent.Actor;

/** Key pairs of professionals, to which residents box what they share. Workspace face only. */
public interface GranteeKeys {

    /**
     * Makes and publishes the key pair of this professional, and of the team if there is one, unless they exist. Call
     * it at sign-in, after the assertion was received. Idempotent.
     *
     * @throws nl.voorelkaar.consent.AccessRefused when the assertion does not hold for this professional
     */
    void ensure(Actor.Professional professional);
}
