package org.harmregistry.sources.duplicate.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.duplicate.domain.DuplicateRegister.Decided;
import org.harmregistry.sources.duplicate.domain.Verdict;
import org.harmregistry.sources.source.domain.Texts;

@Schema(name = "DuplicateDecisionRequest", description = "What an analyst says of a pair of sources.")
public record DecisionRequest(
        @Schema(required = true, description = "confirmed or dismissed.") Verdict verdict,
        @Schema(required = true, maxLength = 1000, description = "Why, for the history.") String reason) {

    public DecisionRequest {
        if (verdict == null) {
            throw Failure.at(CommonFailure.MISSING_FIELD, "/verdict", "Say confirmed or dismissed.");
        }
        Texts.required(reason, 1_000, "/reason");
    }

    Decided toDecided() {
        return new Decided(verdict, reason);
    }
}
