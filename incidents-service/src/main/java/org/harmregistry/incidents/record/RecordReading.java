package org.harmregistry.incidents.record;

import java.util.Set;

import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.json.MergePatch;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads the content of one kind of record from requests and rows. */
final class RecordReading<C> {

    private static final Set<String> KEPT_BY_US = Set.of("id", "version", "recordedAt", "updatedAt");

    private final JsonReading json;
    private final Class<C> type;
    private final Set<String> derived;

    RecordReading(JsonReading json, Class<C> type, Set<String> derived) {
        this.json = json;
        this.type = type;
        this.derived = derived;
    }

    C whole(byte[] body) {
        return whole(json.readObject(body));
    }

    C whole(JsonNode body) {
        return json.convert(withoutReadOnly(body), type);
    }

    /** The content after a merge patch (RFC 7396). */
    C patched(String content, byte[] patch) {
        return json.convert(MergePatch.apply(tree(content), withoutReadOnly(json.readObject(patch))), type);
    }

    C stored(String content) {
        return ofContent(tree(content));
    }

    C ofContent(JsonNode content) {
        return json.convert(content, type);
    }

    /** The content in a snapshot or an exported row, beside which the registry's own fields stand. */
    C ofSnapshot(ObjectNode snapshot) {
        return json.convert(snapshot.remove(KEPT_BY_US).remove(derived), type);
    }

    /** The whole record, as its revision keeps it. */
    ObjectNode snapshot(StoredRecord<C> row) {
        ObjectNode snapshot = (ObjectNode) tree(row.keeping().content());
        snapshot.put("id", row.id().toString());
        if (derived.contains("party")) {
            snapshot.put("party", row.party());
        }
        return snapshot.put("version", row.keeping().version()).put("recordedAt", row.keeping().recordedAt().toString())
                .put("updatedAt", row.keeping().updatedAt().toString());
    }

    String written(C content) {
        return json.tree(content).toString();
    }

    /** Digest of what is said, however it was spelt: order of members, white space and nulls do not count. */
    String digest(C content) {
        return CanonicalJson.digest(written(content));
    }

    JsonNode tree(String content) {
        return json.stored(content);
    }

    private JsonNode withoutReadOnly(JsonNode tree) {
        tree.fieldNames().forEachRemaining(name -> {
            if (KEPT_BY_US.contains(name) || derived.contains(name)) {
                throw Failure.at(CommonFailure.READ_ONLY_FIELD, "/" + name, "Only the registry sets this field.");
            }
        });
        return tree;
    }
}
