package nl.voorelkaar.consent;

/** The seal of the municipality under what consent keeps as evidence. The dossier's custody provides it. */
@FunctionalInterface
public interface EvidenceSeal {

    /**
     * Seals these exact bytes.
     *
     * @return a CMS signature beside its content (RFC 5652 §5.2, CAdES B-B: ETSI EN 319 122-1), DER, with the
     *     certificates inside: anybody can check it without us
     */
    byte[] seal(byte[] content);
}
