package org.harmregistry.local.loader.raqqa;

import java.util.Map;
import java.util.UUID;

import org.harmregistry.local.loader.client.DerivedId;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One fact of a case file. The files are written in the form of the API, but for three things that only a program knows:
 * its id follows from its {@code key}, {@code source} is a key too, and so is the {@code statement} of a commitment.
 *
 * @param kind the kind of record, from which and the key the id follows
 */
public record CaseFact(String kind, JsonNode fact) {

    public String key() {
        return fact.path("key").asText();
    }

    public UUID id() {
        return DerivedId.of(kind, key());
    }

    /** The party that the fact is filed under, where its address names one. */
    public String party() {
        return fact.path("party").asText();
    }

    /** The source's key, empty where there is none. */
    public String source() {
        return fact.path("source").asText();
    }

    /**
     * What is sent.
     *
     * @param partyInAddress whether the address names the party, so that the body need not
     * @param source the id, address and kind of the source
     */
    public ObjectNode body(boolean partyInAddress, Map<String, String> source) {
        ObjectNode body = fact.deepCopy();
        body.remove("key");
        if (partyInAddress) {
            body.remove("party");
        }
        ObjectNode cited = body.putObject("source");
        source.forEach(cited::put);
        if (body.has("statement")) {
            body.put("statement", DerivedId.of("statement", body.get("statement").asText()).toString());
        }
        return body;
    }
}
