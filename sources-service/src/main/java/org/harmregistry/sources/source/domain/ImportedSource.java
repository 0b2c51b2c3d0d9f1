package org.harmregistry.sources.source.domain;

import java.util.UUID;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * A row of an import.
 *
 * @param draft the source
 * @param status {@code accepted}, or {@code null} to leave it as it is
 * @param publication {@code public}, or {@code null} to leave it as it is
 * @param exported of which record and version it is the export; {@code null} if it came from elsewhere
 * @param digest of the whole row, to tell a row that says nothing new
 */
public record ImportedSource(SourceDraft draft, SourceStatus status, Publication publication, Exported exported,
        String digest) {

    /** The record and version that an exported row names. */
    public record Exported(UUID id, long version) {
    }

    public ImportedSource {
        if (exported == null) {
            requireExternalId(draft.content());
        }
        if (status == SourceStatus.DRAFT) {
            throw Failure.at(CommonFailure.INVALID_VALUE, "/status", "Only accepted is taken here.");
        }
        if (publication == Publication.WITHHELD) {
            throw Failure.at(CommonFailure.INVALID_VALUE, "/publication", "Only public is taken here.");
        }
        if (publication != null && status == null) {
            throw Failure.at(CommonFailure.CONFLICT_WITH_STATE, "/publication", "Only an accepted source can be public.");
        }
    }

    private static void requireExternalId(SourceContent content) {
        if (content.externalIds().isEmpty()) {
            throw Failure.at(CommonFailure.MISSING_FIELD, "/externalIds",
                    "A row is matched by its external ids: give at least one.");
        }
    }

    /** A row that becomes a record must be found again when it is sent once more. */
    void requireExternalId() {
        requireExternalId(content());
    }

    SourceContent content() {
        return draft.content();
    }
}
