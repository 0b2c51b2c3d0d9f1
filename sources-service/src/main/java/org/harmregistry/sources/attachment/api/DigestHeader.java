package org.harmregistry.sources.attachment.api;

import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.attachment.domain.AttachmentFailure;

/** Reads digests out of headers: the dictionary of RFC 9530 ({@code sha-256=:<base64>:}), or {@code sha-256:<hex>}. */
final class DigestHeader {

    /** What to offer in {@code Want-Content-Digest} where another algorithm was sent. */
    static final String WANTED = "sha-256=10";

    private static final Pattern MEMBER = Pattern.compile("sha-256=:([A-Za-z0-9+/]{43}=):");
    private static final Pattern OTHER = Pattern.compile("[a-z][a-z0-9*_.-]*=:[A-Za-z0-9+/]*={0,2}:");
    private static final Pattern HEX = Pattern.compile("sha-256:[0-9a-f]{64}");

    private DigestHeader() {
    }

    /**
     * The digest in the registry's notation; {@code null} if the header was not sent.
     *
     * @throws Failure 400 {@code digest_unknown} if it is malformed, or holds no SHA-256
     */
    static String read(String header, String name) {
        if (header == null) {
            return null;
        }
        if (HEX.matcher(header.trim()).matches()) {
            return header.trim();
        }
        String found = null;
        for (String member : header.split(",", -1)) {
            Matcher matcher = MEMBER.matcher(member.trim());
            if (matcher.matches() && found == null) {
                found = "sha-256:" + HexFormat.of().formatHex(Base64.getDecoder().decode(matcher.group(1)));
            } else if (!OTHER.matcher(member.trim()).matches() || matcher.matches()) {
                throw unknown(name);
            }
        }
        if (found == null) {
            throw unknown(name);
        }
        return found;
    }

    private static Failure unknown(String name) {
        return Failure.at(AttachmentFailure.DIGEST_UNKNOWN, "#" + name, "Send a SHA-256: sha-256=:<base64>:, or "
                + "sha-256:<hex>.").with("Want-Content-Digest", WANTED);
    }

    /** A digest in the registry's notation as a dictionary of RFC 9530. */
    static String write(String digest) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(digest.substring(8))) + ":";
    }
}
