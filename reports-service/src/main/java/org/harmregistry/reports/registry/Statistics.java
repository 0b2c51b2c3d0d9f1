package org.harmregistry.reports.registry;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** Counts over a set of incidents. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Statistics(String by, String rule, List<String> gradingsCounted, Instant asOf,
        Completeness completeness, Totals total, List<Group> groups,
        RecordSet records) {

    public Statistics {
        groups = groups == null ? List.of() : List.copyOf(groups);
        gradingsCounted = gradingsCounted == null ? List.of() : List.copyOf(gradingsCounted);
    }

    /** What is missing: shares of the incidents, 0 to 1; absent where there is no incident. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Completeness(long incidents, Double ungraded, Double notLocated) {
    }

    /** The counts of a set. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Totals(long incidents, Long incidentsWithCiviliansKilled, Harmed killed, Harmed injured,
            List<Published> totalsAsPublished) {

        public Totals {
            totalsAsPublished = totalsAsPublished == null ? List.of() : List.copyOf(totalsAsPublished);
        }

        /** Civilians killed; both ends unknown if the answer says nothing of them. */
        public CountRange civiliansKilled() {
            return Harmed.civilians(killed);
        }

        /** Civilians injured; both ends unknown if the answer says nothing of them. */
        public CountRange civiliansInjured() {
            return Harmed.civilians(injured);
        }
    }

    /** The counts of a part, such as a month. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Group(String key, long incidents, Long incidentsWithCiviliansKilled, Harmed killed) {

        public CountRange civiliansKilled() {
            return Harmed.civilians(killed);
        }
    }

    /** People by kind. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Harmed(CountRange civilians) {

        private static CountRange civilians(Harmed harmed) {
            return harmed == null || harmed.civilians() == null ? new CountRange(null, null, null, null) : harmed.civilians();
        }
    }

    /** Totals of a data set, verbatim. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Published(String scheme, Long low, Long best, Long high, Long incidents) {
    }

    /** The records that were counted. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record RecordSet(int count, String digest, String href) {
    }
}
