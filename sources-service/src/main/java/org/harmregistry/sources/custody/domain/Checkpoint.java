package org.harmregistry.sources.custody.domain;

import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.harmregistry.kit.json.CanonicalJson;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Says of all chains that grew since the checkpoint before how long they were and how they ended.
 *
 * @param number from 1, without gaps
 * @param batch under which the heads are kept
 * @param chains number of heads
 * @param root SHA-256 over a line for each head, ordered by source: source, length, hash in hex; {@code sha-256:<hex>}
 * @param previous hash of the checkpoint before; {@code null} for the first
 * @param hash SHA-256 over RFC 8785 JSON of all of these
 * @param keyId which key the mac was made with
 * @param mac HMAC-SHA-256 over the hash
 */
public record Checkpoint(long number, Instant at, UUID batch, int chains, String root, String previous, String hash,
        String keyId,
        byte[] mac) {

    private static final String FORMAT = "custody-checkpoint/1";

    /** The checkpoint behind another, {@code null} for the first. */
    static Checkpoint behind(Checkpoint before, Instant at, UUID batch, List<ChainHead> heads, CustodyKeys keys) {
        // MongoDB keeps instants to the millisecond.
        Checkpoint open = new Checkpoint(before == null ? 1 : before.number + 1, at.truncatedTo(ChronoUnit.MILLIS), batch,
                heads.size(), rootOf(heads), before == null ? null : before.hash, null, keys.current(), null);
        byte[] hash = CanonicalJson.sha256(open.canonical());
        return new Checkpoint(open.number, open.at, batch, open.chains, open.root, open.previous,
                CanonicalJson.digest(open.canonical()), open.keyId, keys.authenticate(FORMAT, hash));
    }

    static String rootOf(List<ChainHead> heads) {
        StringBuilder lines = new StringBuilder();
        heads.stream().sorted(Comparator.comparing(head -> head.source().toString()))
                .forEach(head -> lines.append(head.line()));
        return CanonicalJson.digestOfText(lines.toString());
    }

    /** Whether the registry wrote this checkpoint. */
    boolean isOurs(CustodyKeys keys) {
        byte[] made = CanonicalJson.sha256(canonical());
        return MessageDigest.isEqual(CanonicalJson.digest(canonical()).getBytes(), String.valueOf(hash).getBytes())
                && keys.made(keyId, FORMAT, made, mac);
    }

    private byte[] canonical() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("format", FORMAT).put("number", number).put("at", at.toString()).put("batch", batch.toString())
                .put("chains", chains).put("root", root);
        if (previous != null) {
            document.put("previous", previous);
        }
        return CanonicalJson.canonical(document);
    }
}
