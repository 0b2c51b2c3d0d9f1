package org.harmregistry.sources.source.domain;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * A row of an import.
 *
 * @param draft the source
 * @param status {@code accepted}, or {@code null} to leave it as it is
 * @param publication {@code public}, or {@code null} to leave it as it is
 * @param digest of the whole row, to tell a row that says nothing new
 */
public record ImportedSource(SourceDraft draft, SourceStatus status, Publication publication, String digest) {

    public ImportedSource {
        if (draft.content().externalIds().isEmpty()) {
            throw Failure.at(CommonFailure.MISSING_FIELD, "/externalIds",
                    "A row is matched by its external ids: give at least one.");
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

    SourceContent content() {
        return draft.content();
    }
}
