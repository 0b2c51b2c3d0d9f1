package org.harmregistry.reports.definition.domain;

import java.util.LinkedHashMap;
import java.util.Map;

import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Which records a report counts, in the words of the API's own filters.
 *
 * @param country ISO 3166-1 alpha-2
 * @param admin1 P-code of the first administrative level
 * @param place name of a place
 * @param dataset name of a data set
 * @param gradings gradings counted; all of them, also ungraded records, where it is absent
 * @param party slug of the party whose answers the report shows
 * @param incident id of the one incident that a dossier is about
 */
public record ReportFilter(String country, String admin1, String place, String dataset, String gradings, String party,
        String incident) {

    /** Every record. */
    public static final ReportFilter NONE = new ReportFilter(null, null, null, null, null, null, null);
    private static final int MAX = 200;

    public ReportFilter {
        check("country", country);
        check("admin1", admin1);
        check("place", place);
        check("dataset", dataset);
        check("gradings", gradings);
        check("party", party);
        if (party != null && !party.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw Failure.at(CommonFailure.INVALID_VALUE, "/party", "A party is named by its slug.");
        }
        if (incident != null && !RecordAddress.isId(incident)) {
            throw Failure.at(CommonFailure.INVALID_VALUE, "/incident", "An incident is named by its id.");
        }
    }

    private static void check(String name, String value) {
        if (value != null && (value.isBlank() || value.length() > MAX)) {
            throw Failure.at(CommonFailure.INVALID_VALUE, "/" + name, "A filter has 1 to " + MAX + " characters.");
        }
    }

    /** The parameters that select the incidents, without time and without party. */
    @JsonIgnore
    public Map<String, String> incidents() {
        Map<String, String> parameters = new LinkedHashMap<>();
        putIfSet(parameters, "country", country);
        putIfSet(parameters, "admin1", admin1);
        putIfSet(parameters, "place", place);
        putIfSet(parameters, "dataset", dataset);
        parameters.put("gradings", gradings == null ? "all" : gradings);
        return parameters;
    }

    private static void putIfSet(Map<String, String> parameters, String name, String value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }
}
