package org.harmregistry.sources.source.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.source.domain.ImportedSource;
import org.harmregistry.sources.source.domain.Publication;
import org.harmregistry.sources.source.domain.Source;
import org.harmregistry.sources.source.domain.SourceDraft;
import org.harmregistry.sources.source.domain.SourceStatus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads what clients send of sources: whole, as a patch, and as rows of an import. */
@ApplicationScoped
class SourceReading {

    private static final Set<String> READ_ONLY = Set.of("id", "dataQuality", "canonicalKey", "duplicates", "unavailable",
            "organisation", "version", "recordedAt", "updatedAt");
    private static final List<String> STEPPED = List.of("status", "publication");

    private final JsonReading json;

    SourceReading(JsonReading json) {
        this.json = json;
    }

    SourceDraft draft(byte[] body) {
        JsonNode tree = json.readObject(body);
        refuseReadOnly(tree);
        return json.convert(tree, SourceRequest.class).toDraft();
    }

    /** The source as a merge patch (RFC 7396) leaves it. */
    SourceDraft patched(Source source, byte[] patch) {
        JsonNode tree = json.readObject(patch);
        refuseReadOnly(tree);
        JsonNode present = json.tree(SourceRequest.from(source.content()));
        return json.convert(merge(present, tree), SourceRequest.class).toDraft();
    }

    ImportedSource row(byte[] row) {
        ObjectNode tree = (ObjectNode) json.readObject(row);
        SourceStatus status = word(tree.remove("status"), SourceStatus.class, "/status");
        Publication publication = word(tree.remove("publication"), Publication.class, "/publication");
        ImportedSource.Exported exported = exported(tree);
        if (exported == null) {
            refuseReadOnly(tree);
            return new ImportedSource(json.convert(tree, SourceRequest.class).toDraft(), status, publication, null,
                    digest(row));
        }
        tree.remove(READ_ONLY);
        return new ImportedSource(json.convert(tree, SourceRequest.class).toDraft(),
                status == SourceStatus.DRAFT ? null : status, publication == Publication.WITHHELD ? null : publication,
                exported,
                digest(row));
    }

    /** A row that names a record of the registry and its version comes out of an export. */
    private static ImportedSource.Exported exported(ObjectNode tree) {
        JsonNode id = tree.path("id");
        JsonNode version = tree.path("version");
        boolean both = id.isTextual() && RecordAddress.isId(id.textValue()) && version.isIntegralNumber()
                && version.canConvertToLong();
        return both ? new ImportedSource.Exported(UUID.fromString(id.textValue()), version.longValue()) : null;
    }

    /** The digest of a body that does not depend on the order of its members. */
    static String digest(byte[] body) {
        return CanonicalJson.digest(new String(body, StandardCharsets.UTF_8));
    }

    private <T> T word(JsonNode value, Class<T> vocabulary, String pointer) {
        if (value == null) {
            return null;
        }
        try {
            return json.convert(value, vocabulary);
        } catch (Failure failure) {
            throw failure.below(pointer);
        }
    }

    private static void refuseReadOnly(JsonNode tree) {
        tree.fieldNames().forEachRemaining(name -> {
            if (READ_ONLY.contains(name)) {
                throw Failure.at(CommonFailure.READ_ONLY_FIELD, "/" + name, "The registry sets this field.");
            }
            if (STEPPED.contains(name)) {
                throw Failure.at(CommonFailure.READ_ONLY_FIELD, "/" + name,
                        "This is changed by a step with a reason: acceptance, publication or withholding.");
            }
        });
    }

    /**
     * RFC 7396, section 2: members of objects are merged, null clears, everything else is put in the place of what was there.
     */
    private static JsonNode merge(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode merged = target != null && target.isObject() ? target.deepCopy() : ((ObjectNode) patch).objectNode();
        patch.fields().forEachRemaining(member -> {
            if (member.getValue().isNull()) {
                merged.remove(member.getKey());
            } else {
                merged.set(member.getKey(), merge(merged.get(member.getKey()), member.getValue()));
            }
        });
        return merged;
    }
}
