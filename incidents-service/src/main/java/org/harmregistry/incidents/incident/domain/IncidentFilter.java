package org.harmregistry.incidents.incident.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.harmregistry.incidents.place.PlaceQuery;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * Which incidents are meant. What is {@code null} or empty does not restrict.
 *
 * @param when by time
 * @param where by place
 * @param harm by what happened and what it did
 * @param whom by who is responsible
 * @param standing by the record's own state
 * @param asOf as the registry had recorded them by this instant; {@code null} for today
 */
public record IncidentFilter(When when, Where where, Harm harm, Whom whom, Standing standing, Instant asOf) {

    /** Every incident that the reader may see. */
    public static final IncidentFilter EVERYTHING = new IncidentFilterReading().filter();

    /**
     * By time.
     *
     * @param from first start day, inclusive
     * @param to last start day, inclusive
     * @param overlapsFrom not over before this day
     * @param overlapsTo begun by this day
     */
    public record When(LocalDate from, LocalDate to, LocalDate overlapsFrom, LocalDate overlapsTo) {

        /** @throws Failure 422 {@code range_inverted} at the upper end of a period */
        public When {
            requireOrder(from, to, "to");
            requireOrder(overlapsFrom, overlapsTo, "overlaps");
        }

        private static void requireOrder(LocalDate first, LocalDate last, String parameter) {
            if (first != null && last != null && last.isBefore(first)) {
                throw Failure.atParameter(CommonFailure.RANGE_INVERTED, parameter, "The period ends before it begins.");
            }
        }
    }

    /**
     * By place.
     *
     * @param country two letters of ISO 3166-1
     * @param admin1 code of the first-order area
     * @param admin2 code of the second-order area
     * @param place a place by name
     * @param bbox a box that the point lies in which the reader may see
     * @param near a circle that the point lies in which the reader may see
     */
    public record Where(String country, String admin1, String admin2, PlaceQuery place, BoundingBox bbox, Near near) {
    }

    /**
     * By what happened and what it did.
     *
     * @param gradings which gradings count
     * @param minKilled at least so many civilians killed, by the lower bound
     * @param civilianHarm whether any source reports harm to civilians
     * @param strikeStatuses one of these
     * @param strikeTypes at least one of these
     * @param infrastructure at least one of these
     * @param search words as the reader wrote them
     * @param words the same, folded; all of them must occur
     */
    public record Harm(GradingChoice gradings, Integer minKilled, Boolean civilianHarm, List<StrikeStatus> strikeStatuses,
            List<StrikeType> strikeTypes, List<Infrastructure> infrastructure, String search, List<String> words) {

        public Harm {
            gradings = gradings == null ? GradingChoice.ALL : gradings;
            strikeStatuses = copy(strikeStatuses);
            strikeTypes = copy(strikeTypes);
            infrastructure = copy(infrastructure);
            words = copy(words);
        }
    }

    /**
     * By who is responsible.
     *
     * @param party slug of a party that is known or suspected to be responsible
     * @param rules the party's entry was made by one of these rules
     * @param assessments the party's own assessment of an allegation about it is one of these
     */
    public record Whom(String party, List<String> rules, List<String> assessments) {

        public Whom {
            rules = copy(rules);
            assessments = copy(assessments);
        }
    }

    /**
     * By the record's own state.
     *
     * @param organisation whose record it is
     * @param dataset the data set that the record was taken from
     * @param status where it stands in its life; merged ones are left out unless asked for
     * @param updatedSince changed at or after this instant, as far as the reader can see
     */
    public record Standing(String organisation, String dataset, IncidentStatus status, Instant updatedSince) {
    }

    private static <T> List<T> copy(Collection<T> values) {
        return values == null ? List.of() : List.copyOf(values);
    }

    /** The filter as of an instant that the registry can answer for. */
    public IncidentFilter at(Instant effective) {
        return new IncidentFilter(when, where, harm, whom, standing, effective);
    }

    public PlaceQuery place() {
        return where.place();
    }

    public GradingChoice gradings() {
        return harm.gradings();
    }

    /** The filter as the query parameters that ask for it, in alphabetical order. */
    public Map<String, String> parameters() {
        Map<String, String> given = new TreeMap<>();
        put(given, "from", when.from());
        put(given, "to", when.to());
        put(given, "overlaps", when.overlapsFrom() == null ? null : when.overlapsFrom() + "/" + when.overlapsTo());
        put(given, "country", where.country());
        put(given, "admin1", where.admin1());
        put(given, "admin2", where.admin2());
        put(given, "place", where.place() == null ? null : where.place().input());
        put(given, "bbox", where.bbox());
        put(given, "near", where.near());
        put(given, "radius", where.near() == null ? null : where.near().radius());
        put(given, "gradings", gradings().isAll() ? null : String.join(",", gradings().terms()));
        put(given, "minKilled", harm.minKilled());
        put(given, "civilianHarm", harm.civilianHarm() == null ? null : harm.civilianHarm() ? "yes" : "no");
        put(given, "strikeStatus", terms(harm.strikeStatuses()));
        put(given, "strikeType", terms(harm.strikeTypes()));
        put(given, "infrastructure", terms(harm.infrastructure()));
        put(given, "q", harm.search());
        put(given, "party", whom.party());
        put(given, "rule", whom.rules().isEmpty() ? null : String.join(",", whom.rules()));
        put(given, "assessment", whom.assessments().isEmpty() ? null : String.join(",", whom.assessments()));
        put(given, "organisation", standing.organisation());
        put(given, "dataset", standing.dataset());
        put(given, "status", standing.status() == null ? null : standing.status().term());
        put(given, "updatedSince", standing.updatedSince());
        put(given, "asOf", asOf);
        return given;
    }

    private static String terms(List<? extends Term> terms) {
        return terms.isEmpty() ? null : terms.stream().map(Term::term).collect(Collectors.joining(","));
    }

    private static void put(Map<String, String> given, String name, Object value) {
        if (value != null) {
            given.put(name, value.toString());
        }
    }
}
