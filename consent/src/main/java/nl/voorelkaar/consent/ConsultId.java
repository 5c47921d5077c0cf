package nl.voorelkaar.consent;

import java.util.UUID;

/** One question to an expert. */
public record ConsultId(UUID value) {

    /** As what the access decision and the vault know it. */
    public Thing thing() {
        return new Thing(value);
    }

    /** Under which its keys are kept. */
    public GrantId keys() {
        return new GrantId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
