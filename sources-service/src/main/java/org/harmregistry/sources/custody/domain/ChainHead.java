package org.harmregistry.sources.custody.domain;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;

/**
 * How long a chain is and how it ends.
 *
 * @param length number of entries, at least 1
 * @param lastHash hash of the last entry
 * @param keyId which key the mac was made with
 * @param mac HMAC-SHA-256 over the three
 */
public record ChainHead(UUID source, long length, byte[] lastHash, String keyId, byte[] mac) {

    private static final String FORMAT = "custody-head/1";

    static ChainHead at(UUID source, ChainEntry last, CustodyKeys keys) {
        byte[] mac = keys.authenticate(FORMAT, content(source, last.sequence(), last.hash()));
        return new ChainHead(source, last.sequence(), last.hash(), keys.current(), mac);
    }

    /** Whether the registry itself wrote this head. */
    boolean isOurs(CustodyKeys keys) {
        return keys.made(keyId, FORMAT, content(source, length, lastHash), mac);
    }

    /** Source, length and hash in one line, as checkpoints digest them. */
    String line() {
        return source + " " + length + " " + HexFormat.of().formatHex(lastHash) + "\n";
    }

    private static byte[] content(UUID source, long length, byte[] lastHash) {
        return (source + "\n" + length + "\n" + HexFormat.of().formatHex(lastHash)).getBytes(StandardCharsets.US_ASCII);
    }
}
