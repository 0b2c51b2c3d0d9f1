package org.harmregistry.incidents.duplicate.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.duplicate.domain.Dismissal;
import org.harmregistry.incidents.duplicate.domain.Duplicate;
import org.harmregistry.incidents.duplicate.domain.DuplicateList;
import org.harmregistry.incidents.duplicate.domain.DuplicateRule;
import org.harmregistry.incidents.duplicate.domain.ScorePart;
import org.harmregistry.kit.paging.Page;

/** Records that may be of the same incident. */
@Schema(name = "IncidentDuplicateList")
public record DuplicateListResponse(List<Candidate> items, Page.Position page, Rule rule,
        @Schema(description = "With how many records of the same days and neighbourhood it was compared.") int compared,
        @Schema(description = "False if there were more of them than are compared for one question.") boolean complete) {

    /** A record that may be of the same incident. */
    @Schema(name = "IncidentDuplicate")
    public record Candidate(Named incident,
            @Schema(description = "From 0 to 1: an order for people who look at candidates, no probability.") double score,
            @Schema(description = "What speaks for it.", examples = "120 m apart, same evening, 3 of 4 victims") String explanation,
            List<ScorePart> parts,
            @Schema(description = "That an analyst found the two not to be one incident; only with dismissed=true.") DismissalResponse dismissal) {

        static Candidate of(Duplicate duplicate) {
            var score = duplicate.score();
            return new Candidate(
                    new Named(duplicate.candidate().id(), duplicate.candidate().code(),
                            duplicate.candidate().content().title()),
                    score.score(), score.explanation(), score.parts(), DismissalResponse.of(duplicate.dismissal()));
        }
    }

    /** A record by its names. */
    @Schema(name = "NamedIncident")
    public record Named(UUID id, String code, String title) {
    }

    /** The rule by which records are compared. */
    @Schema(name = "DuplicateRule")
    public record Rule(@Schema(examples = DuplicateRule.NAME) String name,
            @Schema(description = "What it compares, and the weight of each finding.") String text) {
    }

    /** The finding that two records are not of one incident. */
    @Schema(name = "DuplicateDismissal")
    public record DismissalResponse(UUID id, @Schema(description = "The two records.") List<UUID> incidents, String reason,
            String dismissedBy, Instant dismissedAt) {

        static DismissalResponse of(Dismissal dismissal) {
            return dismissal == null ? null
                    : new DismissalResponse(dismissal.id(), List.of(dismissal.pair().first(), dismissal.pair().second()),
                            dismissal.reason(), dismissal.dismissedBy(), dismissal.dismissedAt());
        }
    }

    static DuplicateListResponse of(DuplicateList list) {
        List<Candidate> items = list.items().stream().map(Candidate::of).toList();
        return new DuplicateListResponse(items, new Page.Position(items.size(), null),
                new Rule(DuplicateRule.NAME, DuplicateRule.TEXT), list.compared(), list.complete());
    }
}
