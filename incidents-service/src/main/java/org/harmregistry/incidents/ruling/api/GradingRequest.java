package org.harmregistry.incidents.ruling.api;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.incident.domain.Grading;
import org.harmregistry.incidents.ruling.domain.Proposal;
import org.harmregistry.incidents.ruling.domain.StandardOfProof;

/** What an analyst proposes as an incident's grading. */
@Schema(name = "GradingProposal")
record GradingRequest(
        @Schema(required = true, description = "How well civilian harm is established.") Grading grading,
        @Schema(required = true, description = "By which standard.") StandardOfProof standardOfProof,
        @Schema(required = true, maxLength = 2000, description = "Why.") String reason,
        @Schema(description = "Ids of the sources that it rests on, at most 50.") List<UUID> sources) {

    Proposal toProposal() {
        return Proposal.of("grading", grading, standardOfProof, reason, sources);
    }
}
