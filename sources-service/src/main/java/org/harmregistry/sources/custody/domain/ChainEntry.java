package org.harmregistry.sources.custody.domain;

import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

import org.harmregistry.kit.json.CanonicalJson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An entry in its place in a chain, as its row holds it. The values are those of a {@link CustodyEntry} when the registry
 * wrote the row; a row that was changed behind its back may hold anything, and must still be readable to be told.
 *
 * @param sequence its place, from 1
 * @param at RFC 3339 in UTC, with six digits of a second
 * @param previous the hash of the entry before; {@code null} for the first
 * @param hash SHA-256 over {@link #canonical()}
 * @param keyId which key the mac was made with
 * @param mac HMAC-SHA-256 over the hash
 */
public record ChainEntry(String source, long sequence, String attachment, String act, String actor, String at, String digest,
        String reason, JsonNode detail, byte[] previous, byte[] hash, String keyId, byte[] mac) {

    /** Names the members and their meaning; another meaning gets another name. */
    public static final String FORMAT = "custody-entry/1";
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
            .withZone(ZoneOffset.UTC);

    /** Puts an entry behind a head; {@code null} begins a chain. */
    static ChainEntry behind(ChainHead head, CustodyEntry entry, JsonNode detail, CustodyKeys keys) {
        return head == null ? placed(1, null, entry, detail, keys)
                : placed(head.length() + 1, head.lastHash(), entry, detail, keys);
    }

    /** Puts an entry behind another one that is not at the head of its chain yet. */
    static ChainEntry after(ChainEntry before, CustodyEntry entry, JsonNode detail, CustodyKeys keys) {
        return placed(before.sequence() + 1, before.hash(), entry, detail, keys);
    }

    private static ChainEntry placed(long sequence, byte[] previous, CustodyEntry entry, JsonNode detail, CustodyKeys keys) {
        ChainEntry open = new ChainEntry(entry.source().toString(), sequence,
                entry.attachment() == null ? null : entry.attachment().toString(), entry.act().word(), entry.actor(),
                INSTANT.format(entry.at()), entry.digest(), entry.reason(), detail, previous, null, keys.current(), null);
        byte[] hash = CanonicalJson.sha256(open.canonical());
        return open.closed(hash, keys.authenticate(FORMAT, hash));
    }

    private ChainEntry closed(byte[] made, byte[] authentication) {
        return new ChainEntry(source, sequence, attachment, act, actor, at, digest, reason, detail, previous, made, keyId,
                authentication);
    }

    /** The same row at another place. */
    private ChainEntry movedTo(long place) {
        return new ChainEntry(source, place, attachment, act, actor, at, digest, reason, detail, previous, hash, keyId, mac);
    }

    /** The bytes that are hashed: RFC 8785 JSON of everything but the hash, the key and the mac; what is absent is left out. */
    public byte[] canonical() {
        return CanonicalJson.canonical(document());
    }

    /** The same as a tree. */
    public ObjectNode document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("format", FORMAT).put("source", source).put("sequence", sequence);
        put(document, "attachment", attachment);
        put(document, "act", act);
        put(document, "actor", actor);
        put(document, "at", at);
        put(document, "digest", digest);
        put(document, "reason", reason);
        document.set("detail", detail);
        put(document, "previous", written(previous));
        return document;
    }

    /** The hash as it is written, {@code sha-256:<hex>}. */
    public String writtenHash() {
        return written(hash);
    }

    /** The hash before as it is written; {@code null} for the first entry. */
    public String writtenPrevious() {
        return written(previous);
    }

    /** Whether the registry wrote this entry at this place. */
    boolean isOurs(CustodyKeys keys) {
        return isGenuine(keys) && MessageDigest.isEqual(hash, CanonicalJson.sha256(canonical()));
    }

    /** Whether the registry made the hash of this row, for whatever entry. */
    boolean isGenuine(CustodyKeys keys) {
        return keys.made(keyId, FORMAT, hash, mac);
    }

    /** Whether the registry wrote this entry at that place. */
    boolean belongsAt(long place, CustodyKeys keys) {
        return place >= 1 && movedTo(place).isOurs(keys);
    }

    private static String written(byte[] digest) {
        return digest == null ? null : "sha-256:" + HexFormat.of().formatHex(digest);
    }

    private static void put(ObjectNode document, String name, String value) {
        if (value != null) {
            document.put(name, value);
        }
    }
}
