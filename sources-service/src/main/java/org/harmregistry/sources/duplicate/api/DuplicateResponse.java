package org.harmregistry.sources.duplicate.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.paging.Page;
import org.harmregistry.sources.duplicate.domain.DuplicateDecision;
import org.harmregistry.sources.duplicate.domain.DuplicateReason;
import org.harmregistry.sources.duplicate.domain.PossibleDuplicate;
import org.harmregistry.sources.duplicate.domain.Verdict;

@Schema(name = "PossibleDuplicate", description = "Another source that may be the same publication, text or picture; named, never "
        + "merged by machine.")
public record DuplicateResponse(
        @Schema(description = "The other source.") UUID source,
        @Schema(minimum = "0", maximum = "1", description = "The highest score of its reasons; 1 if an analyst confirmed it.") double score,
        @Schema(description = "The rule of the highest score; absent if an analyst's word is all there is.") DuplicateReason reason,
        @Schema(description = "All that speaks for it, the best first.") List<Reason> reasons,
        @Schema(description = "What an analyst said of the pair last.") Decision decision) {

    @Schema(name = "ReasonForDuplicate", description = "One rule by which the two are alike.")
    public record Reason(
            DuplicateReason reason,
            @Schema(minimum = "0", maximum = "1", description = "How alike they are by this rule.") double score) {
    }

    @Schema(name = "DuplicateDecision", description = "What an analyst said of a pair; why and who, for the registry's staff alone.")
    public record Decision(Verdict verdict, String reason, String decidedBy, Instant decidedAt) {

        static Decision from(DuplicateDecision decision, Caller reader) {
            boolean staff = reader.readsAll();
            return decision == null ? null
                    : new Decision(decision.verdict(), staff ? decision.reason() : null,
                            staff ? decision.decidedBy() : null, decision.decidedAt());
        }
    }

    @Schema(name = "PossibleDuplicateList", description = "At most 50, the likeliest first.")
    public record All(List<DuplicateResponse> items, Page.Position page) {

        static All of(List<PossibleDuplicate> found, Caller reader) {
            return new All(found.stream().map(each -> from(each, reader)).toList(), new Page.Position(found.size(), null));
        }
    }

    private static DuplicateResponse from(PossibleDuplicate found, Caller reader) {
        List<Reason> reasons = found.reasons().stream().map(each -> new Reason(each.reason(), each.score())).toList();
        return new DuplicateResponse(found.source(), found.score(), reasons.isEmpty() ? null : reasons.get(0).reason(), reasons,
                Decision.from(found.decision(), reader));
    }
}
