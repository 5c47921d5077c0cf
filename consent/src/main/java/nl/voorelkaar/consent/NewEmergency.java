package nl.voorelkaar.consent;

import java.util.Set;

/** @param sections at least one, within what the reason opens */
public record NewEmergency(EmergencyReason reason, Set<Section> sections, Justification why) {

    public NewEmergency {
        sections = Set.copyOf(sections);
    }
}
