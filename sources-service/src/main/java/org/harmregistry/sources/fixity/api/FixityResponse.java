package org.harmregistry.sources.fixity.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.kit.paging.Page;
import org.harmregistry.sources.archive.ArchivedText.Integrity;
import org.harmregistry.sources.fixity.domain.FixityFinding;
import org.harmregistry.sources.fixity.domain.FixityState;

@Schema(name = "Fixity", description = "How far the check of all content is, and what changed or went missing.")
public record FixityResponse(
        @Schema(description = "How many contents there are: files and texts, each counted once.") long contents,
        @Schema(description = "How many of them were not looked at since they were stored.") long unchecked,
        @Schema(description = "How many are not what they were.") long damaged,
        @Schema(description = "How many are gone.") long missing,
        @Schema(description = "When the content that was not looked at for the longest time was looked at.") Instant oldestCheck,
        @Schema(description = "What is wrong, in the order of digests.") List<Finding> items,
        Page.Position page) {

    @Schema(name = "FixityFinding", description = "A content that is not what it was.")
    public record Finding(
            String digest,
            @Schema(enumeration = {
                    "file", "text" }) String kind,
            Integrity integrity,
            @Schema(description = "When that was first seen.") Instant foundAt,
            Instant checkedAt,
            @Schema(description = "When it was last found whole; absent if never.") Instant verifiedAt,
            @Schema(description = "Whose content it is, at most 1,000.") List<Holder> holders){

        static Finding from(FixityFinding finding) {
            return new Finding(finding.digest(), finding.kind(), finding.integrity(), finding.foundAt(), finding.checkedAt(),
                    finding.verifiedAt(),
                    finding.holders().stream().map(holder -> new Holder(holder.source(), holder.attachment())).toList());
        }
    }

    @Schema(name = "FixityHolder", description = "A source that has the content, and which attachment of it.")
    public record Holder(UUID source, @Schema(description = "Absent for a text.") UUID attachment) {
    }

    static FixityResponse from(FixityState state, Page<FixityFinding> page) {
        return new FixityResponse(state.contents(), state.unchecked(), state.damaged(), state.missing(), state.oldestCheck(),
                page.items().stream().map(Finding::from).toList(), page.page());
    }
}
