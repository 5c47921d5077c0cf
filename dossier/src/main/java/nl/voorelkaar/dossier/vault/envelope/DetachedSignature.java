package nl.voorelkaar.dossier.vault.envelope;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/** A CMS signature beside its content (RFC 5652 5.2), with a timestamp over its value (RFC 3161 appendix A), as in a PDF. */
public final class DetachedSignature {

    private DetachedSignature() {}

    /**
     * Whether one of these certificates made this signature over exactly this content, and the timestamp in it is about this
     * very signature. Certificates are compared, not their validity at some moment, and who gave the timestamp is not
     * judged.
     *
     * @param cms DER, perhaps with zeros behind it, as PDF pads it
     */
    public static boolean fits(byte[] cms, byte[] content, Collection<X509Certificate> certificates) {
        try (var input = new ASN1InputStream(cms)) {
            var unpadded = input.readObject().getEncoded();
            for (var i = unpadded.length; i < cms.length; i++) {
                if (cms[i] != 0) {
                    return false;
                }
            }
            var signed = new CMSSignedData(new CMSProcessableByteArray(content), unpadded);
            var signers = signed.getSignerInfos().getSigners();
            if (signers.size() != 1) {
                return false;
            }
            var signer = signers.iterator().next();
            return certificates.stream()
                            .anyMatch(certificate -> carries(signed, certificate) && madeBy(signer, certificate))
                    && stamped(signer);
        } catch (IOException | CMSException | RuntimeException e) {
            // Bouncy Castle throws many kinds over bytes that make no sense; each means no.
            return false;
        }
    }

    private static boolean carries(CMSSignedData signed, X509Certificate certificate) {
        try {
            return signed.getCertificates().getMatches(null).contains(new JcaX509CertificateHolder(certificate));
        } catch (CertificateEncodingException e) {
            return false;
        }
    }

    private static boolean madeBy(SignerInformation signer, X509Certificate certificate) {
        try {
            return certificate.getSerialNumber().equals(signer.getSID().getSerialNumber())
                    && signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate.getPublicKey()));
        } catch (CMSException | OperatorCreationException e) {
            return false;
        }
    }

    private static boolean stamped(SignerInformation signer) {
        var attribute = signer.getUnsignedAttributes().get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
        try {
            var token = new TimeStampToken(
                    ContentInfo.getInstance(attribute.getAttrValues().getObjectAt(0)));
            var imprint = token.getTimeStampInfo();
            var hash = MessageDigest.getInstance(
                            imprint.getMessageImprintAlgOID().getId())
                    .digest(signer.getSignature());
            if (!MessageDigest.isEqual(hash, imprint.getMessageImprintDigest())) {
                return false;
            }
            for (var given : token.getCertificates().getMatches(null)) {
                if (given instanceof X509CertificateHolder certificate
                        && certificate.getSerialNumber().equals(token.getSID().getSerialNumber())
                        && token.isSignatureValid(new JcaSimpleSignerInfoVerifierBuilder().build(certificate))) {
                    return true;
                }
            }
            return false;
        } catch (IOException
                | TSPException
                | CertificateException
                | NoSuchAlgorithmException
                | OperatorCreationException e) {
            return false;
        }
    }
}
