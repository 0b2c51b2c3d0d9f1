package org.harmregistry.kit.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import org.erdtman.jcs.JsonCanonicalizer;

import com.fasterxml.jackson.databind.JsonNode;

/** Canonical JSON (RFC 8785) and digests, in the notation {@code sha-256:<hex>}. */
public final class CanonicalJson {

    private CanonicalJson() {
    }

    /** The canonical bytes of a JSON text. */
    public static byte[] canonical(String json) {
        try {
            return new JsonCanonicalizer(json).getEncodedUTF8();
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }

    /** The canonical bytes of a JSON tree, the same as those of its text, made without reading the text again. */
    public static byte[] canonical(JsonNode tree) {
        return CanonicalTree.written(tree).getBytes(StandardCharsets.UTF_8);
    }

    /** The digest of a JSON text that does not depend on the order of members or on white space. */
    public static String digest(String json) {
        return digest(canonical(json));
    }

    public static String digest(byte[] content) {
        return "sha-256:" + HexFormat.of().formatHex(sha256(content));
    }

    /** The SHA-256 of these bytes, as bytes. */
    public static byte[] sha256(byte[] content) {
        return DigestOfPieces.sha256().digest(content);
    }

    public static String digestOfText(String text) {
        return digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
