package org.harmregistry.sources;

import static java.util.Map.entry;

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
import org.harmregistry.sources.witness.domain.WitnessFailure;

/** What the breach of a constraint means: two writers at once meet at the database, and one of them is told. */
@ApplicationScoped
class ConstraintFailures implements ConstraintCatalogue {

    private static final Map<String, FailureCode> FAILURES = Map.ofEntries(
            entry("source_pk", CommonFailure.ID_NOT_AVAILABLE),
            entry("source_external_id_pk", SourceFailure.EXTERNAL_ID_TAKEN),
            entry("citation_pk", CommonFailure.ID_NOT_AVAILABLE),
            entry("citation_source_incident_passage_uq", CitationFailure.ALREADY_CITED),
            entry("custody_entry_pk", CustodyFailure.CUSTODY_UNAVAILABLE),
            entry("witness_identity_pk", CommonFailure.ID_TAKEN),
            entry("guarded_act_decided_by_ck", WitnessFailure.SECOND_CUSTODIAN_NEEDED),
            entry("source_consent_publish_ck", SourceFailure.CONSENT_MISSING),
            entry("attachment_pk", CommonFailure.ID_NOT_AVAILABLE),
            entry("upload_pk", CommonFailure.ID_NOT_AVAILABLE),
            entry("attachment_source_digest_uq", AttachmentFailure.ALREADY_ATTACHED),
            entry("attachment_derived_from_derivation_uq", AttachmentFailure.ALREADY_DERIVED),
            entry("attachment_derived_from_digest_uq", AttachmentFailure.ALREADY_DERIVED));

    @Override
    public Optional<FailureCode> failureOf(String constraint) {
        return Optional.ofNullable(FAILURES.get(constraint));
    }
}
