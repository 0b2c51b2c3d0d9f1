package org.harmregistry.incidents.incident.domain;

import java.nio.charset.StandardCharsets;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.json.MergePatch;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An incident's content as JSON: as it is sent, as it is kept, and as it is written into the history. */
@ApplicationScoped
public class IncidentDocuments {

    /** What stands in an incident's JSON but is the registry's to set. */
    private static final Set<String> READ_ONLY = Set.of("/id", "/code", "/formerCodes", "/harm/grading", "/dataQuality",
            "/status", "/publication", "/organisation", "/version", "/recordedAt", "/updatedAt");

    private final JsonReading reading;

    public IncidentDocuments(JsonReading reading) {
        this.reading = reading;
    }

    /** @throws Failure 400 or 422 with the place of the fault */
    public IncidentContent read(byte[] body) {
        try {
            return reading.read(body, IncidentContent.class);
        } catch (Failure failure) {
            throw readOnly(failure);
        }
    }

    /** Like {@link #read}, from a tree. */
    IncidentContent read(JsonNode tree) {
        try {
            return reading.convert(tree, IncidentContent.class);
        } catch (Failure failure) {
            throw readOnly(failure);
        }
    }

    /** The content after a merge patch (RFC 7396). */
    IncidentContent patched(IncidentContent content, byte[] patch) {
        return read(MergePatch.apply(tree(content), reading.readObject(patch)));
    }

    private static Failure readOnly(Failure failure) {
        if (failure.code() == CommonFailure.UNKNOWN_FIELD && READ_ONLY.contains(failure.violations().get(0).pointer())) {
            return Failure.at(CommonFailure.READ_ONLY_FIELD, failure.violations().get(0).pointer(),
                    "This field is set by the registry.");
        }
        return failure;
    }

    ObjectNode object(byte[] body) {
        return (ObjectNode) reading.readObject(body);
    }

    ObjectNode tree(IncidentContent content) {
        return (ObjectNode) reading.tree(content);
    }

    /** The content of a record. */
    public IncidentContent contentOf(Incident incident) {
        return reading.read(incident.content().getBytes(StandardCharsets.UTF_8), IncidentContent.class);
    }

    /** The whole record as its revision keeps it; the tree of its content is made part of it. */
    JsonNode snapshot(Incident incident, IncidentContent content, ObjectNode tree) {
        tree.put("id", incident.id().toString()).put("code", incident.code())
                .put("status", incident.status().term()).put("publication", incident.publication().term())
                .put("organisation", incident.organisation()).put("version", incident.version())
                .put("recordedAt", incident.recordedAt().toString()).put("updatedAt", incident.updatedAt().toString());
        tree.set("formerCodes", reading.tree(incident.formerCodes()));
        tree.set("dataQuality", reading.tree(content.findings()));
        return tree;
    }
}
