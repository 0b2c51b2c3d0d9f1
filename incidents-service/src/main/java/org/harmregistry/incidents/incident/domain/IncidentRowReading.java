package org.harmregistry.incidents.incident.domain;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads rows of an import: an incident's content, and for those who may say so where its life begins. */
@ApplicationScoped
public class IncidentRowReading {

    private final IncidentDocuments documents;

    public IncidentRowReading(IncidentDocuments documents) {
        this.documents = documents;
    }

    /** @throws Failure if the row is malformed, or says what the caller may not decide */
    IncidentRow read(Caller caller, byte[] row) {
        ObjectNode tree = documents.object(row);
        IncidentStatus status = take(tree, "status", IncidentStatus.class);
        Publication publication = take(tree, "publication", Publication.class);
        requireSay(caller, status, publication);
        IncidentContent content = documents.read(tree);
        if (content.externalIds().isEmpty()) {
            throw Failure.at(IncidentFailure.EXTERNAL_ID_MISSING, "/externalIds",
                    "A row is matched by its external ids, so it needs one.");
        }
        String digest = CanonicalJson.digest(new String(row, StandardCharsets.UTF_8));
        return new IncidentRow(content, status, publication, digest);
    }

    private static <T extends Enum<T> & Term> T take(ObjectNode tree, String field, Class<T> vocabulary) {
        JsonNode value = tree.remove(field);
        if (value == null || value.isNull()) {
            return null;
        }
        Optional<T> term = value.isTextual() ? Term.of(vocabulary, value.textValue()) : Optional.empty();
        return term.orElseThrow(() -> Failure.at(CommonFailure.WRONG_TYPE, "/" + field, "The value is not in the list."));
    }

    /** A publisher may bring in records that are accepted and public; anybody else hands them in to be looked at. */
    private static void requireSay(Caller caller, IncidentStatus status, Publication publication) {
        boolean publisher = caller.has(Role.PUBLISHER);
        if (status == IncidentStatus.WITHDRAWN || status == IncidentStatus.MERGED
                || status == IncidentStatus.ACCEPTED && !publisher) {
            throw Failure.at(CommonFailure.READ_ONLY_FIELD, "/status", "This status is not set by an import of yours.");
        }
        if (publication != null && !publisher) {
            throw Failure.at(CommonFailure.READ_ONLY_FIELD, "/publication", "Only a publisher's import sets this.");
        }
        if (publication == Publication.PUBLIC && status != IncidentStatus.ACCEPTED) {
            throw Failure.at(IncidentFailure.NOT_ACCEPTED, "/publication", IncidentFailure.NOT_ACCEPTED.title() + ".");
        }
    }
}
