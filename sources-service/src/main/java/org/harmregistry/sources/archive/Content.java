package org.harmregistry.sources.archive;

import java.nio.charset.StandardCharsets;

import org.harmregistry.kit.json.CanonicalJson;

/**
 * A text on its way into the archive.
 *
 * @param digest SHA-256 of the text's UTF-8 bytes, {@code sha-256:<hex>}
 * @param text the text, unchanged
 */
public record Content(String digest, String text) {

    public static Content of(String text) {
        return new Content(CanonicalJson.digestOfText(text), text);
    }

    /** Length in bytes of UTF-8. */
    int length() {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
