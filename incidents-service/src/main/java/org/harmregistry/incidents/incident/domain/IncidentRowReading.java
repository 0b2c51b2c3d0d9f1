package org.harmregistry.incidents.incident.domain;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads rows of an import: an incident's content, and for those who may say so where its life begins. */
@ApplicationScoped
public class IncidentRowReading {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final IncidentDocuments documents;

    public IncidentRowReading(IncidentDocuments documents) {
        this.documents = documents;
    }

    /** @throws Failure if the row is malformed, or says what the caller may not decide */
    IncidentRow read(Caller caller, byte[] row) {
        ObjectNode tree = documents.object(row);
        IncidentStatus status = take(tree, "status", "/status", IncidentStatus.class);
        Publication publication = take(tree, "publication", "/publication", Publication.class);
        IncidentRow.Exported exported = exported(tree);
        if (exported != null) {
            IncidentDocuments.leaveContent(tree);
        }
        Grading grading = tree.get("harm") instanceof ObjectNode harm ? take(harm, "grading", "/harm/grading", Grading.class)
                : null;
        String digest = CanonicalJson.digest(new String(row, StandardCharsets.UTF_8));
        IncidentRow read = new IncidentRow(documents.read(tree), grading, status, publication, exported, digest);
        if (exported == null) {
            read.requireSay(caller);
            read.requireExternalId();
        }
        return read;
    }

    /** A row that names a record of the registry and its version comes out of an export. */
    private static IncidentRow.Exported exported(ObjectNode tree) {
        JsonNode id = tree.path("id");
        JsonNode version = tree.path("version");
        boolean both = id.isTextual() && ID.matcher(id.textValue()).matches() && version.isIntegralNumber()
                && version.canConvertToLong();
        return both ? new IncidentRow.Exported(UUID.fromString(id.textValue()), version.longValue()) : null;
    }

    private static <T extends Enum<T> & Term> T take(ObjectNode tree, String field, String pointer,
            Class<T> vocabulary) {
        JsonNode value = tree.remove(field);
        if (value == null || value.isNull()) {
            return null;
        }
        Optional<T> term = value.isTextual() ? Term.of(vocabulary, value.textValue()) : Optional.empty();
        return term.orElseThrow(() -> Failure.at(CommonFailure.WRONG_TYPE, pointer, "The value is not in the list."));
    }
}
