package org.harmregistry.sources.archive;

import org.harmregistry.kit.problem.Failure;

/**
 * What is said of a file before its bytes come.
 *
 * @param digest SHA-256 of the bytes, {@code sha-256:<hex>}; {@code null} if it was not said
 * @param pointer where it was said, for a refusal
 */
public record FileExpectation(String digest, String pointer) {

    public static final FileExpectation NONE = new FileExpectation(null, null);

    /** @throws Failure 422 {@code digest_mismatch} if something else came */
    void require(String came) {
        if (digest != null && !digest.equals(came)) {
            throw Failure.at(ArchiveFailure.DIGEST_MISMATCH, pointer, "The bytes that came have the digest " + came
                    + ". Nothing was stored: send them again.");
        }
    }
}
