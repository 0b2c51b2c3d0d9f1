package org.harmregistry.sources.source.api;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.sources.source.domain.FieldworkSum;
import org.harmregistry.sources.source.domain.FieldworkSums;

@Schema(name = "FieldworkCounts", description = "Site visits and interviews that the reader may see, counted. Every record counts "
        + "once, and every family once.")
record FieldworkResponse(
        @Schema(description = "By what they are counted apart.") String by,
        @Schema(description = "In the order of their keys, at most 1,000; a family in several groups counts in each of them.") List<Group> groups,
        @Schema(description = "Of all groups; a family counts once. Absent if it is about too few.") Group total,
        @Schema(description = "For everybody: groups of fewer sources are left out, and fewer families are not counted.") Integer leastShown,
        @Schema(description = "The instant as of which the register was asked; only with asOf.") Instant asOf) {

    @Schema(name = "FieldworkCount")
    record Group(
            @Schema(description = "What the group has in common; absent of the total, and where sources do not say.") String key,
            long visits, long interviews,
            @Schema(description = "People interviewed, as far as interviews say how many.") long people,
            @Schema(description = "Interviews that do not say how many people.") long interviewsWithoutPeople,
            @Schema(description = "Different families; absent where they are too few to be shown.") Long families) {

        static Group of(FieldworkSum sum) {
            return sum == null ? null
                    : new Group(sum.key(), sum.visits(), sum.interviews(), sum.people(), sum.interviewsWithoutPeople(),
                            sum.families());
        }
    }

    static FieldworkResponse of(String by, FieldworkSums.Counted counted, Instant asOf) {
        return new FieldworkResponse(by, counted.groups().stream().map(Group::of).toList(), Group.of(counted.total()),
                counted.leastShown(), asOf);
    }
}
