package org.harmregistry.sources.custody.domain;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

import org.harmregistry.kit.json.CanonicalJson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An entry in its place in the chain.
 *
 * @param sequence its place, from 1
 * @param detail the entry's detail as JSON
 * @param previous the hash of the entry before; {@code null} for the first
 * @param hash SHA-256 over {@link #canonical()}
 * @param keyId which key the mac was made with
 * @param mac HMAC-SHA-256 over the hash
 */
public record ChainEntry(long sequence, CustodyEntry entry, JsonNode detail, byte[] previous, byte[] hash, String keyId,
        byte[] mac) {

    static final String FORMAT = "custody-entry/1";
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
            .withZone(ZoneOffset.UTC);

    /** Puts an entry behind a head. */
    static ChainEntry behind(ChainHead head, CustodyEntry entry, JsonNode detail, CustodyKeys keys) {
        long sequence = head == null ? 1 : head.length() + 1;
        byte[] previous = head == null ? null : head.lastHash();
        ChainEntry open = new ChainEntry(sequence, entry, detail, previous, null, keys.current(), null);
        byte[] hash = CanonicalJson.sha256(open.canonical());
        return new ChainEntry(sequence, entry, detail, previous, hash, keys.current(), keys.authenticate(FORMAT, hash));
    }

    /** The bytes that are hashed: RFC 8785 JSON of everything but the hash, the key and the mac; what is absent is left out. */
    public byte[] canonical() {
        return CanonicalJson.canonical(document().toString());
    }

    ObjectNode document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("format", FORMAT).put("source", entry.source().toString()).put("sequence", sequence)
                .put("act", entry.act().word()).put("actor", entry.actor()).put("at", INSTANT.format(entry.at()));
        put(document, "attachment", entry.attachment());
        put(document, "digest", entry.digest());
        put(document, "reason", entry.reason());
        document.set("detail", detail);
        put(document, "previous", previous == null ? null : "sha-256:" + HexFormat.of().formatHex(previous));
        return document;
    }

    private static void put(ObjectNode document, String name, Object value) {
        if (value != null) {
            document.put(name, value.toString());
        }
    }
}
