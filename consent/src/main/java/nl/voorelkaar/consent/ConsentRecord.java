package nl.voorelkaar.consent;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The evidence of one thing that a resident decided: yes, no, less, a pause, or stop. Its line in the log names it with
 * its {@code sha256}, so that a record cannot be made later.
 *
 * @param grant empty for what gave nothing, such as a no
 * @param shown the exact words that were confirmed or read out; empty for what ended by itself
 * @param json a consent record and receipt with the field names of ISO/IEC TS 27560 (DOMAIN §4)
 * @param sha256 lower-case hex of the UTF-8 bytes of {@code json}
 * @param signature of the municipality over those bytes, see {@link EvidenceSeal}; empty under records of before there
 *     was one
 */
public record ConsentRecord(
        UUID id,
        Instant at,
        What what,
        Optional<GrantId> grant,
        ShownText shown,
        String json,
        String sha256,
        Optional<byte[]> signature) {

    /** Stored in the record as its {@code event_type}: names never change. */
    public enum What {
        CONSENT_GIVEN("active"),
        /** One of those who have gezag said yes; nothing is given yet. */
        CONSENT_ANSWERED("pending"),
        CONSENT_REFUSED("refused"),
        CONSENT_NARROWED("active"),
        CONSENT_PAUSED("paused"),
        CONSENT_RESUMED("active"),
        CONSENT_WITHDRAWN("withdrawn"),
        /** By who had it: a carer who no longer acts for the resident. */
        CONSENT_GIVEN_UP("ended"),
        /** Its last day was over, or somebody else came to decide. */
        CONSENT_ENDED("ended");

        private final String state;

        What(String state) {
            this.state = state;
        }

        /** {@code event_state}: how it stands from then on. */
        public String state() {
            return state;
        }
    }

    @Override
    public String toString() {
        return "ConsentRecord[" + id + "]";
    }
}
