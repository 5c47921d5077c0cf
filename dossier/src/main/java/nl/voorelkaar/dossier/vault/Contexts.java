package nl.voorelkaar.dossier.vault;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Thing;
import nl.voorelkaar.consent.Zone;
import nl.voorelkaar.dossier.vault.custody.Kek;
import nl.voorelkaar.dossier.vault.envelope.Context;

/**
 * The context of everything that is sealed here, in one list: what is in it cannot be changed or moved without the
 * ciphertext ceasing to open. A new format gets a new {@code /v}.
 */
final class Contexts {

    private final String tenant;

    Contexts(String tenant) {
        this.tenant = tenant;
    }

    Context branch(Kek kek, int shard, int version) {
        return Context.of("bk/v1", tenant, kek.number(), shard, version);
    }

    Context root(ResidentId resident, Zone zone, int version) {
        return Context.of("rrk/v1", tenant, resident, zone, version);
    }

    Context section(ResidentId resident, Section section, int epoch) {
        return Context.of("ck/v1", tenant, resident, section.number(), epoch);
    }

    Context record(ResidentId resident, Section section, int epoch, RecordId record, int version) {
        return Context.of(
                "rec/v1", tenant, resident, section.number(), epoch, record.column(), record.value(), version);
    }

    Context own(ResidentId resident, int rootVersion, RecordId record, int version) {
        return Context.of("own/v1", tenant, resident, rootVersion, record.column(), record.value(), version);
    }

    /** The part of a key that the keystore has. */
    Context part(ResidentId resident, int number, int firstEpoch) {
        return Context.of("part/v1", tenant, resident, number, firstEpoch);
    }

    /** What the key of the main database and its part make together. */
    Context completed(ResidentId resident, int number, int epoch) {
        return Context.of("whole/v1", tenant, resident, number, epoch);
    }

    Context label(ResidentId resident, Zone zone) {
        return Context.of("label/v1", tenant, resident, zone);
    }

    Context grantKey(ResidentId resident, GrantId grant) {
        return Context.of("gk/v1", tenant, resident, grant);
    }

    Context grantLabel(ResidentId resident, GrantId grant) {
        return Context.of("glabel/v1", tenant, resident, grant);
    }

    Context grantSection(ResidentId resident, GrantId grant, Section section, int epoch) {
        return Context.of("gck/v1", tenant, resident, grant, section.number(), epoch);
    }

    /** What the resident agreed to, as far as keys go: the {@code info} of the inner lock. */
    Context terms(ResidentId resident, GrantId grant, byte[] keyId, Set<Section> sections, LocalDate lastDay) {
        var numbers = sections.stream()
                .map(Section::number)
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(","));
        return Context.of("terms/v1", tenant, resident, grant, hex(keyId), numbers, lastDay);
    }

    Context outerLock(ResidentId resident, GrantId grant) {
        return Context.of("lock/v1", tenant, resident, grant);
    }

    Context box(ResidentId resident, GrantId grant, byte[] keyId, LocalDate lastDay) {
        return Context.of("grant/v1", tenant, resident, grant, hex(keyId), lastDay);
    }

    /** The key of one thing, under the key of its section. */
    Context boundedKey(ResidentId resident, GrantId grant, Thing thing, Section section, int epoch) {
        return Context.of("bdk/v1", tenant, resident, grant, thing, section.number(), epoch);
    }

    /** What opens one record, under the key of the thing. */
    Context recordKey(ResidentId resident, GrantId grant, RecordId record, int version) {
        return Context.of("rk/v1", tenant, resident, grant, record.column(), record.value(), version);
    }

    /** A record of the thing itself. */
    Context bounded(ResidentId resident, GrantId grant, RecordId record, int version) {
        return Context.of("brec/v1", tenant, resident, grant, record.column(), record.value(), version);
    }

    Context lease(ResidentId resident, GrantId grant) {
        return Context.of("lease/v1", tenant, resident, grant);
    }

    Context seed(Holder holder, byte[] keyId) {
        return Context.of("seed/v1", tenant, holder, hex(keyId));
    }

    Context publication(Holder holder, int suite, byte[] keyId, byte[] publicKey) {
        return Context.of("grantee/v1", tenant, holder, suite, hex(keyId), hex(publicKey));
    }

    Context auditPrivate(ResidentId resident, int version) {
        return Context.of("audit/v1", tenant, resident, version);
    }

    Context auditPublic(ResidentId resident, int version, byte[] publicKey) {
        return Context.of("auditpub/v1", tenant, resident, version, hex(publicKey));
    }

    Context auditWindow(ResidentId resident, UUID window) {
        return Context.of("window/v1", tenant, resident, window);
    }

    Context line(UUID resident, UUID window, String context) {
        return Context.of("line/v1", tenant, resident, window, context);
    }

    Context sealed(String kind, UUID owner, String context) {
        return Context.of("sealed/v1", tenant, kind, owner, context);
    }

    /** Of a key that is thrown away at once, see {@link VaultPulse}. */
    Context pulse() {
        return Context.of("pulse/v1", tenant);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
