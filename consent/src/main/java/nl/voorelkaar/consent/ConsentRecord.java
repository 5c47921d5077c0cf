package nl.voorelkaar.consent;

/**
 * The evidence of one grant.
 *
 * @param json a consent record and receipt with the field names of ISO/IEC TS 27560 (DOMAIN §4)
 * @param sha256 lower-case hex of the UTF-8 bytes of {@code json}
 */
public record ConsentRecord(Grant grant, ShownText shown, String json, String sha256) {}
