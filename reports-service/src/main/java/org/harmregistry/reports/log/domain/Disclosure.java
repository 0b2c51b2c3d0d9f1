package org.harmregistry.reports.log.domain;

import java.io.ByteArrayOutputStream;

import org.harmregistry.kit.json.CanonicalJson;

/**
 * What a leaf commits to, and the salt without which nobody can tell. The commitment is the SHA-256 over the salt and the
 * SHA-256 of the statement.
 *
 * @param salt 32 random bytes
 * @param statement canonical JSON (RFC 8785)
 */
public record Disclosure(byte[] salt, byte[] statement) {

    /** {@code sha-256:<hex>}. */
    String commitment() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(salt);
        bytes.writeBytes(CanonicalJson.sha256(statement));
        return CanonicalJson.digest(bytes.toByteArray());
    }
}
