package org.harmregistry.reports.figure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One figure of an edition, frozen. It is a number, a range (an absent end is unknown, never zero) or words; a figure without
 * any of them was not computable, and its words say so.
 *
 * @param key the figure's name within its report, stable between editions
 * @param label what it is, for people
 * @param value a single number
 * @param min lower end of a range
 * @param minExclusive true if the number is said to lie above {@code min}
 * @param max upper end of a range
 * @param words words where no number was given or computed
 * @param asPublished a data set's own low, best and high
 * @param counts what is counted
 * @param doesNotCount what is not
 * @param query address from which it was computed
 * @param rule name and version of the rule it was computed by
 * @param records the records behind it
 * @param sources where it is taken from
 * @param asOf what the registry had recorded by then
 * @param knownBy only what was published in the world by that day
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Figure(String key, String label, Long value, Long min, Boolean minExclusive, Long max, String words,
        AsPublished asPublished, String counts, String doesNotCount, String query, String rule, FigureRecords records,
        List<SourceLink> sources, Instant asOf, LocalDate knownBy) {

    public Figure {
        sources = sources == null ? List.of() : List.copyOf(sources);
    }

    public static FigureBuilder named(String key, String label) {
        return new FigureBuilder(key, label);
    }

    /** The id of the figure's place on a page. */
    @JsonIgnore
    public String anchor() {
        return "figure-" + key.replaceAll("[^A-Za-z0-9]+", "-");
    }
}
