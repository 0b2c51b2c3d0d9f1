package org.harmregistry.reports.registry;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * Site visits and interviews, counted as everybody may know it.
 *
 * @param groups those that are large enough to be told
 * @param total of all groups; {@code null} if it is about too few sources
 * @param leastShown the fewest sources, and families, that are told
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FieldworkCounts(List<Group> groups, Group total, Integer leastShown) {

    private static final int USUAL = 3;

    public FieldworkCounts {
        groups = groups == null ? List.of() : List.copyOf(groups);
    }

    /**
     * @param key what the group has in common; {@code null} of the total, and where sources do not say
     * @param people people interviewed, as far as interviews say how many
     * @param families different families; {@code null} where they are too few to be told
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Group(String key, long visits, long interviews, long people, long interviewsWithoutPeople, Long families) {
    }

    /** The fewest that are told. */
    public long least() {
        return leastShown == null ? USUAL : leastShown;
    }
}
