package org.harmregistry.sources.citation.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

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

/** Reads what clients send of citations. */
@ApplicationScoped
class CitationReading {

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
        CitationRow row = json.read(body, CitationRow.class);
        CitationContent content = new CitationContent(row.incident(), row.stance(), row.passage(), row.locator(), row.claims(),
                row.dataQuality());
        JsonNode source = row.source();
        if (source == null || source.isNull()) {
            throw Failure.at(CommonFailure.MISSING_FIELD, "/source", "Name the source.");
        }
        boolean byId = source.isTextual();
        return new ImportedCitation(byId ? at(source, UUID.class) : null, byId ? null : at(source, ExternalId.class), content,
                digest(body));
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
