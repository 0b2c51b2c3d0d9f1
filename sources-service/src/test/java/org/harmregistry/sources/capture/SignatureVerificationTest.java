package org.harmregistry.sources.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.harmregistry.sources.testing.Samples.altered;
import static org.harmregistry.sources.testing.Samples.bytes;
import static org.harmregistry.sources.testing.Samples.file;
import static org.harmregistry.sources.testing.Samples.zip;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMParser;
import org.harmregistry.sources.capture.domain.C2paPresence;
import org.harmregistry.sources.capture.domain.CheckOutcome;
import org.harmregistry.sources.capture.domain.CheckResult;
import org.harmregistry.sources.capture.domain.ProofModeVerification;
import org.harmregistry.sources.capture.domain.TimestampVerification;
import org.harmregistry.sources.inspection.domain.Deadline;
import org.harmregistry.sources.inspection.domain.FileBytes;
import org.junit.jupiter.api.Test;

class SignatureVerificationTest {

    private static final String PHOTO = "evidence.jpg";

    @Test
    void aBundleThatGnupgSignedIsVerified() throws IOException {
        CheckResult result = proof(file("captures/proofmode.zip"));

        assertThat(result.outcome()).isEqualTo(CheckOutcome.VERIFIED);
        assertThat(result.detail()).startsWith("The digests of 1 files match, and 3 signatures");
    }

    @Test
    void oneByteAlteredInAnyPartOfABundleIsFound() throws IOException {
        Map<String, byte[]> parts = parts();
        for (String name : parts.keySet()) {
            byte[] whole = parts.get(name);
            int at = name.endsWith(".asc") ? whole.length / 2 : whole.length - 12;
            CheckResult result = proof(zipped(parts, name, altered(whole, at)));
            assertThat(result.outcome()).as(name).isEqualTo(CheckOutcome.FAILED);
        }
    }

    @Test
    void aBundleWithoutSignatureIsNotVerified() throws IOException {
        Map<String, byte[]> parts = parts();
        parts.remove("pubkey.asc");
        assertThat(proof(zipped(parts, "", null)).outcome()).isEqualTo(CheckOutcome.NOT_VERIFIABLE);
        Map<String, byte[]> unsigned = parts();
        unsigned.keySet().removeIf(name -> name.endsWith(".json.asc"));
        assertThat(proof(zipped(unsigned, "", null)).outcome()).isEqualTo(CheckOutcome.FAILED);
        Map<String, byte[]> empty = parts();
        empty.remove(PHOTO);
        assertThat(proof(zipped(empty, "", null)).outcome()).isEqualTo(CheckOutcome.FAILED);
    }

    @Test
    void aTokenThatOpensslMadeIsVerified() throws Exception {
        TimestampVerification.Stamp stamp = stamp("captures/stamped.tsr", file("captures/stamped.txt"), "authority.pem");

        assertThat(stamp.result().outcome()).isEqualTo(CheckOutcome.VERIFIED);
        assertThat(stamp.authority()).contains("Test time-stamp authority");
        assertThat(stamp.time()).isNotNull();
        assertThat(stamp("captures/stamped-sha512.tst", file("captures/stamped.txt"), "authority.pem").result().outcome())
                .isEqualTo(CheckOutcome.VERIFIED);
    }

    @Test
    void anAuthorityThatTheOperatorDoesNotTrustIsNamedAsSuch() throws Exception {
        TimestampVerification.Stamp stamp = stamp("captures/stamped.tsr", file("captures/stamped.txt"),
                "other-authority.pem");

        assertThat(stamp.result().outcome()).isEqualTo(CheckOutcome.NOT_VERIFIABLE);
        assertThat(stamp.result().detail()).contains("does not trust");
    }

    @Test
    void aTokenOverAnotherFileFails() throws Exception {
        TimestampVerification.Stamp stamp = stamp("captures/stamped.tsr", altered(file("captures/stamped.txt"), 3),
                "authority.pem");

        assertThat(stamp.result().outcome()).isEqualTo(CheckOutcome.FAILED);
        assertThat(stamp.result().detail()).contains("another file");
    }

    @Test
    void oneByteAlteredInWhatATokenSignsIsFound() throws Exception {
        byte[] token = file("captures/stamped-sha512.tst");
        byte[] digest = MessageDigest.getInstance("SHA-512").digest(file("captures/stamped.txt"));
        List<X509CertificateHolder> trusted = trusted("authority.pem");
        // Places by openssl asn1parse: what the authority states, the attributes that it signed, and its signature. CMS leaves
        // the rest unsigned, such as the list of algorithms in front.
        int[][] signed = { { 46, 260 }, { 1_194, 1_358 }, { 1_377, token.length } };
        for (int[] part : signed) {
            for (int at = part[0]; at < part[1]; at++) {
                assertThat(TimestampVerification.verify(altered(token, at), digest, trusted).result().outcome())
                        .as("byte " + at).isNotEqualTo(CheckOutcome.VERIFIED);
            }
        }
    }

    @Test
    void whatIsNoTokenIsRefused() {
        assertThatThrownBy(() -> TimestampVerification.imprintAlgorithm(bytes("no token"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> TimestampVerification.imprintAlgorithm(new byte[0])).isInstanceOf(IOException.class);
    }

    @Test
    void aManifestIsNotedAndNotVerified() throws IOException {
        byte[] photo = file("files/photo.jpg");
        byte[] box = bytes(new byte[] { 0, 0, 0, 30 }, "jumdc2pa", new byte[] { 0, 17, 0, 16 });
        byte[] with = bytes(java.util.Arrays.copyOf(photo, 2), new byte[] { -1, (byte) 0xeb, 0, (byte) (box.length + 2) }, box,
                java.util.Arrays.copyOfRange(photo, 2, photo.length));

        assertThat(C2paPresence.look(of(photo))).isNull();
        assertThat(C2paPresence.look(of(with)).outcome()).isEqualTo(CheckOutcome.NOT_VERIFIABLE);
    }

    private static TimestampVerification.Stamp stamp(String token, byte[] content, String authority) throws Exception {
        String algorithm = TimestampVerification.imprintAlgorithm(file(token));
        return TimestampVerification.verify(file(token), MessageDigest.getInstance(algorithm).digest(content),
                trusted(authority));
    }

    private static List<X509CertificateHolder> trusted(String authority) throws IOException {
        try (PEMParser parser = new PEMParser(new InputStreamReader(
                new ByteArrayInputStream(file("captures/" + authority))))) {
            return List.of((X509CertificateHolder) parser.readObject());
        }
    }

    private static Map<String, byte[]> parts() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file("captures/proofmode.zip")))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private static byte[] zipped(Map<String, byte[]> parts, String changed, byte[] content) {
        return zip(parts.entrySet().stream().flatMap(part -> java.util.stream.Stream.of(part.getKey(),
                part.getKey().equals(changed) ? content : part.getValue())).toArray());
    }

    private static CheckResult proof(byte[] bytes) throws IOException {
        return ProofModeVerification.verify(of(bytes));
    }

    private static FileBytes of(byte[] bytes) {
        return FileBytes.of(bytes, Deadline.in(Duration.ofSeconds(20)));
    }
}
