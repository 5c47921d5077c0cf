package nl.voorelkaar.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import nl.voorelkaar.consent.ConsentRecord;
import nl.voorelkaar.consent.Grants;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.vault.custody.KeyCustody;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.Test;

/**
 * The seal under a record, checked as somebody else would: with what is in it, and the certificate of the municipality.
 */
class ConsentEvidenceTests {

    private final DossierWorld world = DossierWorld.shared();

    @Test
    void theMunicipalitySealsEachRecordAndTheLogNamesIt() throws Exception {
        var fatima = world.resident("Fatima");
        var reader = world.professional("Bram Visser", Role.CM);
        var grant = world.grants(fatima, reader, world.toRead(Section.VERHAAL));
        world.stops(fatima, grant);

        var grants = world.resident.bean(Grants.class);
        var records = grants.records(fatima, grant.request());
        assertThat(records)
                .extracting(ConsentRecord::what)
                .containsExactlyInAnyOrder(ConsentRecord.What.CONSENT_GIVEN, ConsentRecord.What.CONSENT_WITHDRAWN);
        for (var record : records) {
            assertThat(isSealed(record, record.json())).isTrue();
            assertThat(isSealed(record, record.json() + " ")).isFalse();
        }
        assertThat(world.log(fatima, LedgerEvent.Kind.STOPPED))
                .singleElement()
                .satisfies(line -> assertThat(line.details())
                        .containsEntry(
                                "record_sha256",
                                grants.record(fatima, grant.id()).sha256()));
    }

    private boolean isSealed(ConsentRecord record, String json) throws Exception {
        var signed = new CMSSignedData(
                new CMSProcessableByteArray(json.getBytes(StandardCharsets.UTF_8)),
                record.signature().orElseThrow());
        var own = world.resident.bean(KeyCustody.class).sealChain().getFirst();
        assertThat(signed.getCertificates().getMatches(null))
                .extracting(X509CertificateHolder::getEncoded)
                .contains(own.getEncoded());
        var signer = signed.getSignerInfos().getSigners().iterator().next();
        try {
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(own));
        } catch (CMSException altered) {
            return false;
        }
    }
}
