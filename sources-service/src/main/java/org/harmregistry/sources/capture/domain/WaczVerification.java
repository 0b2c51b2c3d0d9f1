package org.harmregistry.sources.capture.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.HashSet;
import java.util.Set;

import org.harmregistry.sources.inspection.domain.FileBytes;
import org.harmregistry.sources.inspection.domain.ZipEntries;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Verifies a WACZ package (version 1.1.1): the digest and length of every resource that datapackage.json lists, its own digest
 * where datapackage-digest.json states it, that the package holds no other archive, and the WARC files themselves.
 */
public final class WaczVerification {

    private static final String PACKAGE = "datapackage.json";
    private static final String PACKAGE_DIGEST = "datapackage-digest.json";
    private static final int LARGEST_LIST = 8 << 20;

    private final ZipEntries entries;
    private final Set<String> listed = new HashSet<>();

    private WaczVerification(ZipEntries entries) {
        this.entries = entries;
    }

    public static CheckResult verify(FileBytes file) throws IOException {
        ZipEntries entries = ZipEntries.of(file);
        if (entries == null || !entries.names().contains(PACKAGE)) {
            return CheckResult.failed(CheckKind.WACZ, "The package has no list of what is in it.");
        }
        try {
            return new WaczVerification(entries).verify();
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            return CheckResult.failed(CheckKind.WACZ, "The package or its list is damaged.");
        }
    }

    private CheckResult verify() throws IOException {
        byte[] list = entries.read(PACKAGE, LARGEST_LIST);
        JsonNode resources = ProofJson.read(list).path("resources");
        if (!resources.isArray() || resources.isEmpty()) {
            return CheckResult.notVerifiable(CheckKind.WACZ, "The package's list names no resource.");
        }
        for (JsonNode resource : resources) {
            if (!matches(resource)) {
                return CheckResult.failed(CheckKind.WACZ, "A resource is missing, or is not what the package's list says.");
            }
        }
        if (entries.names().contains(PACKAGE_DIGEST) && !statedDigestMatches(list)) {
            return CheckResult.failed(CheckKind.WACZ, "The package's list is not the one whose digest is stated.");
        }
        if (entries.names().stream()
                .anyMatch(name -> name.startsWith("archive/") && !name.endsWith("/") && !listed.contains(name))) {
            return CheckResult.failed(CheckKind.WACZ, "The package holds an archive that its list does not name.");
        }
        return withWarcs(resources.size());
    }

    private boolean matches(JsonNode resource) throws IOException {
        String path = resource.path("path").asText("");
        listed.add(path);
        if (!entries.names().contains(path)) {
            return false;
        }
        JsonNode bytes = resource.path("bytes");
        try (InputStream content = entries.open(path)) {
            Digests.Digested digested = Digests.of(resource.path("hash").asText(""), content);
            return digested.matches() && (!bytes.isIntegralNumber() || bytes.longValue() == digested.length());
        }
    }

    private boolean statedDigestMatches(byte[] list) throws IOException {
        JsonNode stated = ProofJson.read(entries.read(PACKAGE_DIGEST, LARGEST_LIST));
        return Digests.of(stated.path("hash").asText(""), new java.io.ByteArrayInputStream(list)).matches();
    }

    private CheckResult withWarcs(int resources) throws IOException {
        int warcs = 0;
        for (String name : entries.names()) {
            FileBytes warc = name.matches("archive/.*\\.warc(\\.gz)?") ? entries.stored(name) : null;
            if (warc == null) {
                continue;
            }
            warcs++;
            CheckResult result = WarcVerification.verify(warc);
            if (result.outcome() == CheckOutcome.FAILED) {
                return CheckResult.failed(CheckKind.WACZ, "In an archive of the package: " + result.detail());
            }
        }
        return CheckResult.verified(CheckKind.WACZ, "The digests of " + resources + " resources match, and what " + warcs
                + " archives state of themselves.");
    }
}
