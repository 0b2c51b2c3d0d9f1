package org.harmregistry.sources.capture.domain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/** Certificates of time-stamp authorities, and whether one leads to a certificate that the operator trusts. */
final class SignerCertificates {

    /** Beside the platform's providers and not among them: nothing else in the service is to change by it. */
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final int LONGEST_CHAIN = 6;

    private SignerCertificates() {
    }

    static SignerInformationVerifier verifier(X509CertificateHolder certificate) throws OperatorCreationException, IOException {
        try {
            return new JcaSimpleSignerInfoVerifierBuilder().setProvider(PROVIDER).build(certificate);
        } catch (java.security.cert.CertificateException e) {
            throw new IOException("no certificate", e);
        }
    }

    /** Whether each certificate was signed by the next, up to a trusted one, and all were valid at the time. */
    static boolean leadsTo(X509CertificateHolder certificate, Collection<X509CertificateHolder> between,
            Collection<X509CertificateHolder> trusted, Date at) {
        Set<X509CertificateHolder> seen = new HashSet<>();
        List<X509CertificateHolder> now = List.of(certificate);
        for (int length = 0; length < LONGEST_CHAIN && !now.isEmpty(); length++) {
            List<X509CertificateHolder> next = new ArrayList<>();
            for (X509CertificateHolder each : now) {
                if (!each.isValidOn(at) || !seen.add(each)) {
                    continue;
                }
                if (trusted.contains(each) || trusted.stream().anyMatch(root -> root.isValidOn(at) && certifies(root, each))) {
                    return true;
                }
                between.stream().filter(other -> certifies(other, each)).forEach(next::add);
            }
            now = next;
        }
        return false;
    }

    private static boolean certifies(X509CertificateHolder issuer, X509CertificateHolder certificate) {
        BasicConstraints constraints = BasicConstraints.fromExtensions(issuer.getExtensions());
        if (!issuer.getSubject().equals(certificate.getIssuer()) || constraints == null || !constraints.isCA()) {
            return false;
        }
        try {
            ContentVerifierProvider verifier = new JcaContentVerifierProviderBuilder().setProvider(PROVIDER).build(issuer);
            return certificate.isSignatureValid(verifier);
        } catch (Exception e) {
            // Whatever a hostile certificate brings about: it certifies nothing.
            return false;
        }
    }
}
