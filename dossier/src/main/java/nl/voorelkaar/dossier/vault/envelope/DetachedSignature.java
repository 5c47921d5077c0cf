package nl.voorelkaar.dossier.vault.envelope;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/** A CMS signature beside its content (RFC 5652 5.2). */
public final class DetachedSignature {

    private DetachedSignature() {}

    /**
     * CAdES B-B (ETSI EN 319 122-1): with the moment and the print of the certificate among what is signed, and without
     * a timestamp.
     *
     * @param chain the certificate of whoever signs first; all of it goes along
     * @param signer signs over the SHA-256 of what it is given: ECDSA (DER) or RSA (PKCS#1 v1.5)
     * @return DER
     */
    public static byte[] over(byte[] content, List<X509Certificate> chain, Instant at, UnaryOperator<byte[]> signer) {
        try {
            var own = chain.getFirst();
            var signed = new ASN1EncodableVector();
            signed.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(at)))));
            signed.add(new Attribute(
                    PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                    new DERSet(new SigningCertificateV2(
                            new ESSCertIDv2(MessageDigest.getInstance("SHA-256").digest(own.getEncoded()))))));
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new SignerInfoGeneratorBuilder(
                            new JcaDigestCalculatorProviderBuilder().build())
                    .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(new AttributeTable(signed)))
                    .build(new Elsewhere(own, signer), new JcaX509CertificateHolder(own)));
            generator.addCertificates(new JcaCertStore(chain));
            return generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .getEncoded(ASN1Encoding.DER);
        } catch (CMSException | OperatorCreationException | IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key stays where it is. */
    private static final class Elsewhere implements ContentSigner {

        private final AlgorithmIdentifier algorithm;
        private final UnaryOperator<byte[]> signer;
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();

        Elsewhere(X509Certificate own, UnaryOperator<byte[]> signer) {
            this.algorithm = new DefaultSignatureAlgorithmIdentifierFinder()
                    .find(own.getPublicKey().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA");
            this.signer = signer;
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return algorithm;
        }

        @Override
        public OutputStream getOutputStream() {
            return content;
        }

        @Override
        public byte[] getSignature() {
            return signer.apply(content.toByteArray());
        }
    }

    /**
     * Whether, with a timestamp over its value (RFC 3161 appendix A) as in a PDF, one of these certificates made this
     * signature over exactly this content, and the timestamp in it is about this very signature. Certificates are
     * compared, not their validity at some moment, and who gave the timestamp is not judged.
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
