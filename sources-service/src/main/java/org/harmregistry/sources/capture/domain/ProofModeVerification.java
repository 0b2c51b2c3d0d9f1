package org.harmregistry.sources.capture.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.harmregistry.sources.inspection.domain.FileBytes;
import org.harmregistry.sources.inspection.domain.ZipEntries;

/**
 * Verifies a ProofMode bundle as its makers tell people to do by hand (proofmode.org/verify): the SHA-256 of the photo or
 * film is the one in the proof, and the detached OpenPGP signatures over photo and proof are those of the key in the
 * bundle. Whose key that is, it cannot say.
 */
public final class ProofModeVerification {

    private static final Pattern PROOF = Pattern.compile("(?:.*/)?([0-9a-f]{64})\\.proof\\.(json|csv)");
    private static final Pattern KEY = Pattern.compile("(?:.*/)?pubkey\\.asc");
    private static final int LARGEST_PROOF = 4 << 20;

    private final ZipEntries entries;
    private final Set<String> hashes = new LinkedHashSet<>();

    private ProofModeVerification(ZipEntries entries) {
        this.entries = entries;
        entries.names().forEach(name -> {
            Matcher proof = PROOF.matcher(name);
            if (proof.matches()) {
                hashes.add(proof.group(1));
            }
        });
    }

    /** Whether a ZIP file with these entries is a ProofMode bundle. */
    public static boolean isBundle(Set<String> names) {
        return names.stream().anyMatch(name -> PROOF.matcher(name).matches());
    }

    public static CheckResult verify(FileBytes file) throws IOException {
        ZipEntries entries = ZipEntries.of(file);
        if (entries == null || !isBundle(entries.names())) {
            return CheckResult.notVerifiable(CheckKind.PROOF_MODE, "The file holds no proof.");
        }
        try {
            return new ProofModeVerification(entries).verify();
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            return CheckResult.failed(CheckKind.PROOF_MODE, "The bundle is damaged: something in it cannot be read.");
        }
    }

    private CheckResult verify() throws IOException {
        String key = named(KEY);
        OpenPgp signatures = key == null ? null : OpenPgp.of(entries.read(key, LARGEST_PROOF));
        int signed = 0;
        for (String hash : hashes) {
            String medium = medium(hash);
            if (medium == null) {
                return failed("The bundle holds no file of which a proof tells the digest.");
            }
            for (String name : entries.names()) {
                Matcher proof = PROOF.matcher(name);
                if (proof.matches() && proof.group(1).equals(hash) && !states(name, hash)) {
                    return failed("A proof states another digest than the file has.");
                }
            }
            if (signatures != null) {
                int here = signed(signatures, medium, hash);
                if (here < 0) {
                    return failed("A signature is not that of the bundle's key over what it stands for.");
                }
                signed += here;
            }
        }
        if (signatures == null || signed == 0) {
            return CheckResult.notVerifiable(CheckKind.PROOF_MODE, "The digests match, but nothing in the bundle is signed.");
        }
        return CheckResult.verified(CheckKind.PROOF_MODE, "The digests of " + hashes.size() + " files match, and " + signed
                + " signatures of the bundle's key " + signatures.fingerprint() + ".");
    }

    /** The entry whose content has the digest; {@code null} if none has. */
    private String medium(String hash) throws IOException {
        for (String name : entries.names()) {
            if (name.endsWith("/") || name.endsWith(".asc") || PROOF.matcher(name).matches()) {
                continue;
            }
            try (InputStream content = entries.open(name)) {
                if (Digests.of(hash, content).matches()) {
                    return name;
                }
            }
        }
        return null;
    }

    private boolean states(String proof, String hash) throws IOException {
        String text = new String(entries.read(proof, LARGEST_PROOF), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        return text.contains(hash);
    }

    /** How many signatures there are over file and proofs; -1 if one is wrong or one of a proof is missing. */
    private int signed(OpenPgp signatures, String medium, String hash) throws IOException {
        int count = 0;
        for (String name : entries.names()) {
            Matcher proof = PROOF.matcher(name);
            boolean isProof = proof.matches() && proof.group(1).equals(hash);
            if (!isProof && !name.equals(medium)) {
                continue;
            }
            String signature = isProof ? name + ".asc" : named(Pattern.compile("(?:.*/)?" + hash + "\\.asc"));
            if (signature == null || !entries.names().contains(signature)) {
                if (isProof) {
                    return -1;
                }
                continue;
            }
            try (InputStream content = entries.open(name)) {
                if (!signatures.verifies(entries.read(signature, LARGEST_PROOF), content)) {
                    return -1;
                }
            }
            count++;
        }
        return count;
    }

    private String named(Pattern pattern) {
        return entries.names().stream().filter(name -> pattern.matcher(name).matches()).findFirst().orElse(null);
    }

    private static CheckResult failed(String detail) {
        return CheckResult.failed(CheckKind.PROOF_MODE, detail);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
