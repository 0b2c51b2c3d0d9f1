package org.harmregistry.incidents.incident.domain;

import java.nio.charset.StandardCharsets;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.json.MergePatch;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An incident's content as JSON: as it is sent, as it is kept, and as it is written into the history. */
@ApplicationScoped
public class IncidentDocuments {

    /** What stands in an incident's JSON but is the registry's to set. */
    private static final Set<String> READ_ONLY = Set.of("/id", "/code", "/formerCodes", "/harm/grading", "/harm/countBasis",
            "/lineage",
            "/dataQuality",
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

    private ObjectNode tree(IncidentContent content) {
        return (ObjectNode) reading.tree(content);
    }

    /** The content of a record. */
    public IncidentContent contentOf(Incident incident) {
        return contentOf(incident.document());
    }

    /** The content in a record's JSON. */
    IncidentContent contentOf(String json) {
        ObjectNode document = object(json.getBytes(StandardCharsets.UTF_8));
        leaveContent(document);
        return reading.convert(document, IncidentContent.class);
    }

    private static void remove(ObjectNode document, JsonPointer pointer) {
        if (document.at(pointer.head()) instanceof ObjectNode parent) {
            parent.remove(pointer.last().getMatchingProperty());
        }
    }

    /** Takes out of a document what is the registry's to set. */
    static void leaveContent(ObjectNode document) {
        READ_ONLY.forEach(pointer -> remove(document, JsonPointer.compile(pointer)));
        if (document.path("harm").isObject() && document.path("harm").isEmpty()) {
            document.remove("harm");
        }
    }

    /** True if two contents say the same: an object without members says nothing, in CSV it is not even there. */
    boolean saySame(IncidentContent one, IncidentContent other) {
        return one.equals(other) || withoutEmpty(tree(one)).equals(withoutEmpty(tree(other)));
    }

    private static JsonNode withoutEmpty(JsonNode node) {
        if (node.isObject()) {
            node.forEach(IncidentDocuments::withoutEmpty);
            ((ObjectNode) node).properties()
                    .removeIf(member -> member.getValue().isContainerNode() && member.getValue().isEmpty());
        }
        return node;
    }

    /** Everything about a record that a change can change. */
    public IncidentState stateOf(Incident incident) {
        RegisteredFacts facts = incident.facts() == null ? RegisteredFacts.NONE
                : reading.read(incident.facts().getBytes(StandardCharsets.UTF_8), RegisteredFacts.class);
        return new IncidentState(contentOf(incident), facts, incident.status(), incident.publication());
    }

    /** Sets the record's JSON; the whole record as its revision keeps it is answered. */
    JsonNode describe(Incident incident, IncidentContent content, RegisteredFacts facts) {
        ObjectNode document = tree(content);
        document.put("id", incident.id().toString()).put("code", incident.code())
                .put("status", incident.status().term()).put("publication", incident.publication().term())
                .put("organisation", incident.organisation());
        document.set("formerCodes", reading.tree(incident.formerCodes()));
        document.set("dataQuality", reading.tree(content.findings()));
        show(document, facts);
        String whole = document.toString();
        incident.describe(whole, forEverybody(document, content),
                facts.equals(RegisteredFacts.NONE) ? null : reading.tree(facts).toString());
        return document.put("version", incident.version()).put("recordedAt", incident.recordedAt().toString())
                .put("updatedAt", incident.updatedAt().toString());
    }

    /** By what a past state of the record is found and counted, beside its document. */
    JsonNode derived(Incident incident) {
        ObjectNode derived = reading.emptyObject();
        derived.set("placeNames", reading.tree(incident.placeNames()));
        derived.set("searchTerms", reading.tree(incident.searchTerms()));
        derived.put("publicVersion", incident.publicVersion());
        if (incident.publicUpdatedAt() != null) {
            derived.put("publicUpdatedAt", incident.publicUpdatedAt().toString());
        }
        return derived;
    }

    private void show(ObjectNode document, RegisteredFacts facts) {
        if (facts.shownGrading() != null) {
            document.withObject("/harm").put("grading", facts.shownGrading().term());
        }
        if (facts.countBasis() != null) {
            document.withObject("/harm").set("countBasis", reading.tree(facts.countBasis()));
        }
        if (!facts.lineage().equals(Lineage.NONE)) {
            document.set("lineage", reading.tree(facts.lineage()));
        }
    }

    /** The same document with the place at public accuracy; {@code null} if that is no different. */
    private String forEverybody(ObjectNode document, IncidentContent content) {
        IncidentContent shown = content.forEverybody();
        if (shown.equals(content)) {
            return null;
        }
        ObjectNode copy = shallowCopy(document);
        copy.set("place", reading.tree(shown.place()));
        return copy.toString();
    }

    private static ObjectNode shallowCopy(ObjectNode document) {
        ObjectNode copy = document.objectNode();
        copy.setAll(document);
        return copy;
    }
}
