package org.harmregistry.reports.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** What was documented and what was conceded, as it was known on a day. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Gap(String party, LocalDate knownBy, String rule, List<Row> rows,
        List<Shown> shownNotAdded) {

    public Gap {
        rows = rows == null ? List.of() : List.copyOf(rows);
        shownNotAdded = shownNotAdded == null ? List.of() : List.copyOf(shownNotAdded);
    }

    /** The gap of one place or month. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Row(String key, MonthRange period, Side documented, Side conceded, CountRange gap, String gapReason) {

        /** A row of which nothing was published. */
        public static final Row NONE = new Row(null, null, null, null, null, null);
    }

    /** A tally of another period, or a step: shown beside the gap, never added to it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Shown(String stance, String measure, String area, MonthRange period, Long min, Long max, Boolean minExclusive,
            String words, TallyReference tally) {
    }

    /** One side of the gap: a range, or words without a number. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Side(Long min, Long max, Boolean minExclusive, String words, TallyReference tally) {
    }

    /** The tally that a side is taken from. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record TallyReference(UUID id, Long version, LocalDate publishedOn, String by) {
    }
}
