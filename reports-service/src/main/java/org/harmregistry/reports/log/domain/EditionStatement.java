package org.harmregistry.reports.log.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.reports.edition.domain.Edition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What never changes about an edition once it is out, as canonical JSON: what it is called, and the digests of its figures and
 * files. It is what leaves commit to, and {@code edition.json} in a bundle.
 */
@ApplicationScoped
public class EditionStatement {

    private final ObjectMapper mapper;

    public EditionStatement(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    byte[] of(Edition edition) {
        ObjectNode statement = mapper.createObjectNode().put("id", edition.id().toString()).put("report", edition.report())
                .put("number", edition.number()).put("title", edition.title()).put("language", edition.language())
                .put("effectiveAt", instant(edition.effectiveAt())).put("publishedAt", instant(edition.publishedAt()))
                .put("figures", edition.digest());
        statement.putObject("period").put("key", edition.period().key()).put("from", edition.period().from().toString())
                .put("to", edition.period().to().toString()).put("label", edition.period().label());
        statement.set("files", tree(edition.files()));
        statement.set("credits", tree(edition.credits()));
        return CanonicalJson.canonical(statement);
    }

    /** As the register keeps it: while it is being published, an edition still holds finer instants. */
    private static String instant(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).toString();
    }

    private JsonNode tree(String json) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
