package org.harmregistry.incidents.allegation.domain;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.exchange.SameSaid;
import org.harmregistry.incidents.incident.domain.Publication;
import org.harmregistry.incidents.incident.domain.Term;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.json.MergePatch;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Allegations and transitions as JSON: as they are sent, as they are kept, and as they are written into the history. */
@ApplicationScoped
public class AllegationDocuments {

    private static final List<String> STANDING = List.of("state", "stateOn", "outcome", "conceded", "duplicateOf", "openSince");
    /** What stands in an allegation's JSON but is the registry's to set. */
    private static final Set<String> READ_ONLY = Set.of("id", "state", "stateOn", "outcome", "conceded", "duplicateOf",
            "openSince", "publication", "organisation", "version", "recordedAt", "updatedAt");

    private final JsonReading reading;

    public AllegationDocuments(JsonReading reading) {
        this.reading = reading;
    }

    /** @throws Failure 400 with the place of the fault */
    public AllegationContent read(byte[] body) {
        return reading.convert(withoutReadOnly(body), AllegationContent.class);
    }

    /** The content after a merge patch (RFC 7396); what carries weight is not changed by one. */
    AllegationContent patched(AllegationContent content, byte[] patch) {
        AllegationContent changed = reading.convert(MergePatch.apply(reading.tree(content), withoutReadOnly(patch)),
                AllegationContent.class);
        return requireCorrection(content, changed);
    }

    /**
     * The changed content, if it leaves alone what carries weight.
     *
     * @throws Failure 400 {@code read_only_field} otherwise
     */
    static AllegationContent requireCorrection(AllegationContent content, AllegationContent changed) {
        requireSame(content.party(), changed.party(), "/party", "An allegation stays with the party that it was made to.");
        requireSame(content.receivedOn(), changed.receivedOn(), "/receivedOn",
                "The day is corrected by correcting the transition to received.");
        return changed;
    }

    private static void requireSame(Object before, Object after, String pointer, String message) {
        if (!before.equals(after)) {
            throw Failure.at(CommonFailure.READ_ONLY_FIELD, pointer, message);
        }
    }

    /** One row of an import; of an exported one, what the registry sets is left unread. */
    AllegationRow row(ObjectNode row, boolean exported) {
        boolean whole = !exported || row.has("organisation");
        if (exported) {
            row.remove(READ_ONLY);
        }
        JsonNode transitions = row.remove("transitions");
        List<TransitionContent> steps = transitions == null || transitions.isNull() || transitions.isEmpty() ? null
                : reading.convert(reading.emptyObject().set("transitions", transitions), TransitionSeries.class).transitions();
        return new AllegationRow(reading.convert(withoutReadOnly(row), AllegationContent.class), steps, whole);
    }

    private JsonNode withoutReadOnly(byte[] body) {
        return withoutReadOnly(reading.readObject(body));
    }

    private static JsonNode withoutReadOnly(JsonNode tree) {
        tree.fieldNames().forEachRemaining(name -> {
            if (READ_ONLY.contains(name)) {
                throw Failure.at(CommonFailure.READ_ONLY_FIELD, "/" + name, "Only the registry sets this field.");
            }
        });
        return tree;
    }

    boolean saySame(AllegationContent one, AllegationContent other) {
        return SameSaid.of(reading.tree(one), reading.tree(other));
    }

    /** An allegation as its row keeps it. */
    public ObjectNode document(Allegation allegation) {
        ObjectNode tree = (ObjectNode) reading.tree(allegation.content());
        tree.setAll((ObjectNode) reading.tree(allegation.standing()));
        return tree.put("publication", allegation.publication().term()).put("organisation", allegation.organisation());
    }

    /** An allegation with its transitions, as its revision keeps it. */
    ObjectNode snapshot(Allegation allegation, TransitionPath path) {
        ObjectNode tree = document(allegation).put("id", allegation.id().toString())
                .put("version", allegation.whole().version()).put("recordedAt", allegation.recordedAt().toString())
                .put("updatedAt", allegation.whole().updatedAt().toString());
        tree.set("transitions", reading.tree(path.steps()));
        return tree;
    }

    /** What a past state is shown with and is not in the snapshot: how often the other readers saw a change. */
    static ObjectNode counters(Allegation allegation) {
        ObjectNode counters = JsonNodeFactory.instance.objectNode();
        put(counters, "party", allegation.forParty());
        put(counters, "public", allegation.forEverybody());
        return counters;
    }

    private static void put(ObjectNode counters, String name, Allegation.Counted counted) {
        counters.put(name + "Version", counted.version());
        if (counted.updatedAt() != null) {
            counters.put(name + "UpdatedAt", counted.updatedAt().toString());
        }
    }

    /** The content of a document. */
    public AllegationContent contentOf(ObjectNode document) {
        ObjectNode content = document.deepCopy();
        content.remove(READ_ONLY);
        content.remove("transitions");
        return reading.convert(content, AllegationContent.class);
    }

    public Standing standingOf(ObjectNode document) {
        return reading.convert(document.deepCopy().retain(STANDING), Standing.class);
    }

    public static Publication publicationOf(ObjectNode document) {
        return Term.of(Publication.class, document.get("publication").textValue()).orElseThrow();
    }

    public ObjectNode tree(String json) {
        return reading.stored(json);
    }
}
