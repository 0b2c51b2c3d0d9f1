package org.harmregistry.sources.custody.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.harmregistry.kit.json.CanonicalJson;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the registry says of a source's custody, signed so that anybody can check it without asking the registry.
 *
 * @param content what is said
 * @param signed the bytes that are signed: the content in canonical JSON (RFC 8785)
 * @param key the key that signed
 * @param signature in Base64
 */
public record Certificate(ObjectNode content, byte[] signed, SigningKeys.PublicKey key, String signature) {

    /** Names the members and their meaning; another meaning gets another name. */
    public static final String FORMAT = "custody-certificate/1";

    private static final String SAYS = "The registry certifies that its custody log of this source held exactly the entries below, "
            + "in this order, when the certificate was issued, and that the hash and the registry's own authentication of each were "
            + "found right. It does not say whether what the source claims is true.";

    /** How an outsider checks a certificate with tools of every Unix system. */
    static final List<String> RECIPE = List.of(
            "1. Save the JSON certificate as custody.json; it is one line. In a PDF it is attached: pdfdetach -saveall.",
            "2. Cut out what is signed: LC_ALL=C sed -e 's/^{\"certificate\"://' -e 's/,\"signature\":{[^{}]*}}$//' custody.json "
                    + "| tr -d '\\n' > certificate.json",
            "3. Save the member value of signature, decoded from Base64, as signature.bin: LC_ALL=C sed -e "
                    + "'s/.*\"value\":\"\\([^\"]*\\)\"}}$/\\1/' custody.json | base64 -d > signature.bin",
            "4. Take the public key from the registry's own address /api/v1/sources/custody-keys, not from the certificate, as "
                    + "key.pem, and compare its fingerprint: openssl pkey -pubin -in key.pem -outform DER | sha256sum",
            "5. Check: openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in certificate.json -sigfile signature.bin",
            "6. Each entry's hash is the SHA-256 of the member entry as it is written in the certificate, in UTF-8 and without "
                    + "white space (RFC 8785): jq -c -j '.certificate.entries[0].entry' custody.json | sha256sum",
            "7. The member previous of each entry is the hash of the entry before; the first has none. chain.lastHash is the hash "
                    + "of the last entry.",
            "8. A digest is the SHA-256 of the content that the entry is about: of an attachment its bytes, of the source itself "
                    + "the revision of that version in canonical JSON.");

    static Certificate of(KeptChain chain, Checkpoint newest, Instant now, SigningKeys keys) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.put("format", FORMAT).put("issuedAt", now.truncatedTo(ChronoUnit.SECONDS).toString()).put("says", SAYS);
        content.put("recordedSince", chain.recordedSince());
        content.set("source", source(chain.subject()));
        content.set("chain", chain(chain));
        content.set("checked", checked(chain.verification(), newest));
        content.set("contents", contents(chain.entries()));
        ArrayNode entries = content.putArray("entries");
        chain.entries().forEach(each -> entries.addObject().put("hash", each.writtenHash()).set("entry", each.document()));
        ArrayNode recipe = content.putArray("howToCheck");
        RECIPE.forEach(recipe::add);
        byte[] signed = CanonicalJson.canonical(content);
        return new Certificate(content, signed, keys.current(), keys.sign(signed));
    }

    /** The whole as it is handed out: one line of canonical JSON, in which what is signed stands as it was signed. */
    public byte[] written() {
        ObjectNode made = JsonNodeFactory.instance.objectNode();
        made.put("algorithm", key.algorithm()).put("key", key.id()).put("publicKey", key.publicKey()).put("value", signature);
        String seal = new String(CanonicalJson.canonical(made), StandardCharsets.UTF_8);
        String body = new String(signed, StandardCharsets.UTF_8);
        return ("{\"certificate\":" + body + ",\"signature\":" + seal + "}\n").getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode source(CustodySubject subject) {
        return JsonNodeFactory.instance.objectNode().put("id", subject.id().toString()).put("kind", subject.kind())
                .put("title", subject.title()).put("organisation", subject.organisation()).put("version", subject.version())
                .put("recordedAt", subject.recordedAt().toString());
    }

    private static ObjectNode chain(KeptChain chain) {
        ChainEntry last = chain.entries().get(chain.entries().size() - 1);
        return JsonNodeFactory.instance.objectNode().put("from", chain.verification().from()).put("length", last.sequence())
                .put("lastHash", last.writtenHash());
    }

    private static ObjectNode checked(Verification found, Checkpoint newest) {
        ObjectNode checked = JsonNodeFactory.instance.objectNode().put("state", found.state().word())
                .put("at", found.checkedAt().toString()).put("checkpoint", found.checkpoint().word())
                .put("entriesBehindCheckpoint", found.checkpointed());
        if (newest != null) {
            checked.putObject("newestCheckpoint").put("number", newest.number()).put("at", newest.at().toString())
                    .put("hash", newest.hash());
        }
        return checked;
    }

    /** Each digest that an entry names, once, with the attachment that it belongs to. */
    private static ArrayNode contents(List<ChainEntry> entries) {
        Map<String, ObjectNode> contents = new LinkedHashMap<>();
        for (ChainEntry entry : entries) {
            if (entry.digest() != null) {
                ObjectNode content = contents.computeIfAbsent(entry.attachment() + " " + entry.digest(),
                        key -> JsonNodeFactory.instance.objectNode().put("digest", entry.digest()).put("entry",
                                entry.sequence()));
                if (entry.attachment() != null) {
                    content.put("attachment", entry.attachment());
                }
            }
        }
        return JsonNodeFactory.instance.arrayNode().addAll(contents.values());
    }
}
