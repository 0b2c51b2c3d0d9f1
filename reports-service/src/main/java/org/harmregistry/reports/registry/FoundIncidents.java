package org.harmregistry.reports.registry;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A page of the incidents that a question finds.
 *
 * @param items the incidents, as everybody may read them
 * @param page where to go on
 * @param understood what was made of a place given by name; absent without one
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FoundIncidents(List<IncidentRecord> items, Slice.Position page, Understood understood) {

    public FoundIncidents {
        items = items == null ? List.of() : List.copyOf(items);
    }

    /** How a question was understood. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Understood(UnderstoodPlace place) {
    }

    /**
     * What was made of a place's name.
     *
     * @param input the name as given
     * @param understanding {@code same_name}, {@code without_qualifier}, or {@code similar_spelling} for a guess for which
     *        nothing is
     *        listed; absent if nothing is known
     * @param matched names that are the same
     * @param units administrative areas that bear the name
     * @param places populated places that bear the name
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record UnderstoodPlace(String input, String understanding, List<String> matched, List<Named> units,
            List<Named> places) {

        public UnderstoodPlace {
            matched = matched == null ? List.of() : List.copyOf(matched);
            units = units == null ? List.of() : List.copyOf(units);
            places = places == null ? List.of() : List.copyOf(places);
        }

        /** True if nothing bears the name, and what stands here is only spelt much like it. */
        public boolean isGuess() {
            return "similar_spelling".equals(understanding);
        }
    }

    /** Something with a name. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Named(String name) {
    }

    /** The cursor of the next page, or {@code null} on the last. */
    public String next() {
        return page == null ? null : page.next();
    }

    /** What was made of the place's name, or {@code null} if none was given. */
    public UnderstoodPlace place() {
        return understood == null ? null : understood.place();
    }
}
