package org.harmregistry.sources;

import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.ConstraintCatalogue;
import org.harmregistry.kit.problem.FailureCode;
import org.harmregistry.sources.attachment.domain.AttachmentFailure;
import org.harmregistry.sources.citation.domain.CitationFailure;
import org.harmregistry.sources.custody.domain.CustodyFailure;
import org.harmregistry.sources.source.domain.SourceFailure;

/** What the breach of a constraint means: two writers at once meet at the database, and one of them is told. */
@ApplicationScoped
class ConstraintFailures implements ConstraintCatalogue {

    private static final Map<String, FailureCode> FAILURES = Map.of(
            "source_pk", CommonFailure.ID_NOT_AVAILABLE,
            "source_external_id_pk", SourceFailure.EXTERNAL_ID_TAKEN,
            "citation_pk", CommonFailure.ID_NOT_AVAILABLE,
            "citation_source_incident_passage_uq", CitationFailure.ALREADY_CITED,
            "attachment_pk", CommonFailure.ID_NOT_AVAILABLE,
            "attachment_source_digest_uq", AttachmentFailure.ALREADY_ATTACHED,
            "attachment_derived_from_derivation_uq", AttachmentFailure.ALREADY_DERIVED,
            "attachment_derived_from_digest_uq", AttachmentFailure.ALREADY_DERIVED,
            "custody_entry_pk", CustodyFailure.CUSTODY_UNAVAILABLE);

    @Override
    public Optional<FailureCode> failureOf(String constraint) {
        return Optional.ofNullable(FAILURES.get(constraint));
    }
}
