package org.harmregistry.sources.citation.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.json.MergePatch;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.citation.domain.Citation;
import org.harmregistry.sources.citation.domain.CitationContent;
import org.harmregistry.sources.citation.domain.ImportedCitation;
import org.harmregistry.sources.source.domain.ExternalId;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads what clients send of citations. */
@ApplicationScoped
class CitationReading {

    private static final Set<String> SET_BY_THE_REGISTRY = Set.of("id", "victimsNamed", "verification", "successor", "status",
            "retractedAt", "retractionReason", "organisation", "standing", "version", "recordedAt", "updatedAt");

    private final JsonReading json;

    CitationReading(JsonReading json) {
        this.json = json;
    }

    CitationContent content(byte[] body) {
        return json.read(body, CitationRequest.class).toContent(List.of());
    }

    /** The citation as a merge patch (RFC 7396) leaves it. */
    CitationContent patched(Citation citation, byte[] patch) {
        JsonNode tree = json.readObject(patch);
        JsonNode present = json.tree(CitationRequest.from(citation.content()));
        return json.convert(MergePatch.apply(present, tree), CitationRequest.class).toContent(citation.dataQuality());
    }

    ImportedCitation row(byte[] body) {
        ObjectNode tree = (ObjectNode) json.readObject(body);
        ImportedCitation.Exported exported = exported(tree);
        if (exported != null) {
            tree.remove(SET_BY_THE_REGISTRY);
        }
        CitationRow row = json.convert(tree, CitationRow.class);
        CitationContent content = new CitationContent(row.incident(), row.stance(), row.passage(), row.locator(), row.claims(),
                row.dataQuality());
        JsonNode source = row.source() == null || row.source().isNull() ? json.tree(row.externalId()) : row.source();
        if (source.isNull()) {
            throw Failure.at(CommonFailure.MISSING_FIELD, "/source", "Name the source.");
        }
        boolean byId = source.isTextual();
        return new ImportedCitation(byId ? at(source, UUID.class) : null, byId ? null : at(source, ExternalId.class), content,
                exported, digest(body));
    }

    /** A row that names a record of the registry and its version comes out of an export. */
    private static ImportedCitation.Exported exported(JsonNode tree) {
        JsonNode id = tree.path("id");
        JsonNode version = tree.path("version");
        boolean both = id.isTextual() && RecordAddress.isId(id.textValue()) && version.isIntegralNumber()
                && version.canConvertToLong();
        return both ? new ImportedCitation.Exported(UUID.fromString(id.textValue()), version.longValue()) : null;
    }

    static String digest(byte[] body) {
        return CanonicalJson.digest(new String(body, StandardCharsets.UTF_8));
    }

    private <T> T at(JsonNode source, Class<T> type) {
        try {
            return json.convert(source, type);
        } catch (Failure failure) {
            throw failure.below("/source");
        }
    }
}
