package org.harmregistry.sources.capture.domain;

import java.io.IOException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * Verifies a time-stamp token (RFC 3161) over a file: that it stands for the file's digest, that its signature is that of the
 * certificate in it, that this certificate is one of a time-stamp authority and was valid then, and whether the operator trusts
 * it. It proves that the file was there then, and nothing of when it was made.
 */
public final class TimestampVerification {

    /**
     * What a token came to.
     *
     * @param time the instant that the authority confirmed; {@code null} if the token cannot be read
     * @param authority the authority's name as its certificate has it; {@code null} if there is none
     */
    public record Stamp(CheckResult result, Instant time, String authority) {
    }

    /** SHA-2 alone: a token over a digest that can be forged proves nothing. */
    private static final Map<ASN1ObjectIdentifier, String> IMPRINTS = Map.of(NISTObjectIdentifiers.id_sha256, "SHA-256",
            NISTObjectIdentifiers.id_sha384, "SHA-384", NISTObjectIdentifiers.id_sha512, "SHA-512");

    private TimestampVerification() {
    }

    /**
     * The algorithm of the digest that the token stands for, as {@link MessageDigest} names it.
     *
     * @param token a token, or the response of an authority with one
     * @throws IOException if it is neither, or stands for a digest that is not taken
     */
    public static String imprintAlgorithm(byte[] token) throws IOException {
        String algorithm = IMPRINTS.get(read(token).getTimeStampInfo().getMessageImprintAlgOID());
        if (algorithm == null) {
            throw new IOException("The token stands for a digest that is not taken here.");
        }
        return algorithm;
    }

    /**
     * Verifies a token.
     *
     * @param digest the file's digest, by {@link #imprintAlgorithm}
     * @param trusted certificates of authorities that the operator trusts, or of those who certify them
     */
    public static Stamp verify(byte[] token, byte[] digest, Collection<X509CertificateHolder> trusted) {
        try {
            return verify(read(token), digest, trusted);
        } catch (IOException | RuntimeException e) {
            // Bouncy Castle reads parts of a token only when they are asked for.
            return new Stamp(failed("It is no time-stamp token that can be read."), null, null);
        }
    }

    private static Stamp verify(TimeStampToken stamp, byte[] digest, Collection<X509CertificateHolder> trusted) {
        Instant time = stamp.getTimeStampInfo().getGenTime().toInstant();
        if (!MessageDigest.isEqual(digest, stamp.getTimeStampInfo().getMessageImprintDigest())) {
            return new Stamp(failed("The token stands for another file."), time, null);
        }
        X509CertificateHolder signer = signer(stamp, trusted);
        if (signer == null) {
            return new Stamp(CheckResult.notVerifiable(CheckKind.TIMESTAMP,
                    "The token does not hold its authority's certificate, and none of the trusted ones made it."), time, null);
        }
        String authority = signer.getSubject().toString();
        try {
            // Signature, use for time stamps (2.3 of RFC 3161), and the certificate's validity at the time of the stamp.
            stamp.validate(SignerCertificates.verifier(signer));
        } catch (TSPException | OperatorException | IOException e) {
            return new Stamp(failed("The token's signature is not that of its authority's certificate."), time, authority);
        }
        boolean known = SignerCertificates.leadsTo(signer, stamp.getCertificates().getMatches(null), trusted,
                Date.from(time));
        CheckResult result = known
                ? CheckResult.verified(CheckKind.TIMESTAMP,
                        "An authority that the operator trusts confirms the file at " + time + ".")
                : CheckResult.notVerifiable(CheckKind.TIMESTAMP,
                        "Digest and signature are right for " + time + ", but the operator does not trust the authority.");
        return new Stamp(result, time, authority);
    }

    private static TimeStampToken read(byte[] bytes) throws IOException {
        try {
            return new TimeStampToken(new CMSSignedData(bytes));
        } catch (CMSException | TSPException | RuntimeException e) {
            return readResponse(bytes);
        }
    }

    private static TimeStampToken readResponse(byte[] bytes) throws IOException {
        try {
            TimeStampToken token = new TimeStampResponse(bytes).getTimeStampToken();
            if (token == null) {
                throw new IOException("The authority refused to make a token.");
            }
            return token;
        } catch (TSPException | RuntimeException e) {
            throw new IOException("no time-stamp token", e);
        }
    }

    private static X509CertificateHolder signer(TimeStampToken stamp, Collection<X509CertificateHolder> trusted) {
        List<X509CertificateHolder> candidates = new ArrayList<>(stamp.getCertificates().getMatches(null));
        candidates.addAll(trusted);
        return candidates.stream().filter(candidate -> stamp.getSID().match(candidate)).findFirst().orElse(null);
    }

    private static CheckResult failed(String detail) {
        return CheckResult.failed(CheckKind.TIMESTAMP, detail);
    }
}
