package org.harmregistry.incidents.victim.domain;

import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.exchange.SameSaid;
import org.harmregistry.incidents.incident.domain.IncidentView;
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

    private static final String WITHDRAWN = "withdrawn";

    private final JsonReading reading;

    public VictimDocuments(JsonReading reading) {
        this.reading = reading;
    }

    VictimContent read(byte[] body) {
        return reading.convert(writable(body), VictimContent.class);
    }

    /** One row of an import; of an exported one, what the registry sets is left unread. */
    VictimRow row(ObjectNode row, boolean exported) {
        JsonNode incident = row.remove("incident");
        if (incident == null || incident.isNull()) {
            throw Failure.at(CommonFailure.MISSING_FIELD, "/incident", "This field is required.");
        }
        if (!incident.isTextual()) {
            throw Failure.at(CommonFailure.WRONG_TYPE, "/incident", "The id or code of an incident is text.");
        }
        if (exported) {
            row.remove(READ_ONLY);
        }
        return new VictimRow(incident.textValue(), reading.convert(writable(row), VictimContent.class));
    }

    boolean saySame(VictimContent one, VictimContent other) {
        return SameSaid.of(reading.tree(one), reading.tree(other));
    }

    /** A record and its content as an export reads them from its row. */
    public SeenVictim exported(PastVictim row, UUID incident, boolean withdrawn, IncidentView view) {
        return new SeenVictim(Victim.past(row, incident, withdrawn, row.namePublicToday()),
                contentOf(row), view, null);
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
                .put("state", victim.isWithdrawn() ? WITHDRAWN : "recorded").put("namePublic", victim.isNamePublic())
                .put("version", victim.version()).put("recordedAt", victim.recordedAt().toString())
                .put("updatedAt", victim.updatedAt().toString());
        return tree;
    }

    /** The record as a revision keeps it. */
    Victim pastOf(PastVictim past, UUID incident) {
        JsonNode snapshot = snapshotOf(past);
        return Victim.past(past, incident, WITHDRAWN.equals(snapshot.path("state").asText()),
                snapshot.path("namePublic").asBoolean());
    }

    VictimContent contentOf(PastVictim past) {
        ObjectNode snapshot = (ObjectNode) snapshotOf(past);
        snapshot.remove(READ_ONLY);
        return reading.convert(snapshot, VictimContent.class);
    }

    private JsonNode snapshotOf(PastVictim past) {
        return reading.stored(past.snapshot());
    }

    /** What everybody's view of a past state is told by, beside the snapshot. */
    JsonNode derived(Victim victim) {
        ObjectNode derived = reading.emptyObject().put("publicVersion", victim.publicVersion());
        if (victim.publicUpdatedAt() != null) {
            derived.put("publicUpdatedAt", victim.publicUpdatedAt().toString());
        }
        return derived;
    }

    private JsonNode stored(Victim victim) {
        return reading.stored(victim.content());
    }

    private JsonNode writable(byte[] body) {
        return writable(reading.readObject(body));
    }

    private static JsonNode writable(JsonNode tree) {
        tree.fieldNames().forEachRemaining(name -> {
            if (READ_ONLY.contains(name)) {
                throw Failure.at(CommonFailure.READ_ONLY_FIELD, "/" + name, "Only the registry sets this field.");
            }
        });
        return tree;
    }
}
