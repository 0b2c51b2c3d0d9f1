package org.harmregistry.incidents.victim.domain;

import java.nio.charset.StandardCharsets;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.json.MergePatch;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A victim's content as JSON: as it is sent, as it is kept, and as it is written into the history. */
@ApplicationScoped
public class VictimDocuments {

    private static final Set<String> READ_ONLY = Set.of("id", "incident", "outcome", "state", "namePublic", "dataQuality",
            "version", "recordedAt", "updatedAt");

    private final JsonReading reading;

    public VictimDocuments(JsonReading reading) {
        this.reading = reading;
    }

    VictimContent read(byte[] body) {
        return reading.convert(writable(body), VictimContent.class);
    }

    /** The content after a merge patch (RFC 7396). */
    VictimContent patched(Victim victim, byte[] patch) {
        return reading.convert(MergePatch.apply(stored(victim), writable(patch)), VictimContent.class);
    }

    VictimContent contentOf(Victim victim) {
        return reading.convert(stored(victim), VictimContent.class);
    }

    String json(VictimContent content) {
        return reading.tree(content).toString();
    }

    /** The whole record as its revision keeps it. */
    JsonNode snapshot(Victim victim) {
        ObjectNode tree = (ObjectNode) stored(victim);
        tree.put("id", victim.id().toString()).put("incident", victim.incident().toString())
                .put("state", victim.isWithdrawn() ? "withdrawn" : "recorded").put("namePublic", victim.isNamePublic())
                .put("version", victim.version()).put("recordedAt", victim.recordedAt().toString())
                .put("updatedAt", victim.updatedAt().toString());
        return tree;
    }

    private JsonNode stored(Victim victim) {
        return reading.readObject(victim.content().getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode writable(byte[] body) {
        JsonNode tree = reading.readObject(body);
        tree.fieldNames().forEachRemaining(name -> {
            if (READ_ONLY.contains(name)) {
                throw Failure.at(CommonFailure.READ_ONLY_FIELD, "/" + name, "Only the registry sets this field.");
            }
        });
        return tree;
    }
}
