package org.harmregistry.incidents.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harmregistry.incidents.incident.IncidentApi.NDJSON;
import static org.harmregistry.incidents.incident.IncidentApi.as;
import static org.harmregistry.incidents.incident.IncidentApi.results;
import static org.harmregistry.kit.testing.Outcomes.outcome;
import static org.harmregistry.kit.testing.Outcomes.refusal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;

/** Exports and imports of any collection. */
public final class ExchangeApi {

    private ExchangeApi() {
    }

    /** The whole export as text; the filter is names and values in turn. */
    public static String export(RequestSpecification by, String address, String format, String... filter) {
        by.queryParam("format", format);
        for (int i = 0; i < filter.length; i += 2) {
            by.queryParam(filter[i], filter[i + 1]);
        }
        return new String(by.get(address).then().statusCode(200).extract().asByteArray(), StandardCharsets.UTF_8);
    }

    /** A result for each row that a body in CSV or NDJSON holds. */
    public static List<JsonPath> imported(String token, String address, String format, String body) {
        String type = format.equals("csv") ? "text/csv" : NDJSON;
        return results(as(token).contentType(type).body(body.getBytes(StandardCharsets.UTF_8)).post(address + "/import"));
    }

    public static List<JsonPath> imported(String token, String address, List<String> rows) {
        return imported(token, address, "ndjson", String.join("\n", rows) + "\n");
    }

    public static List<String> outcomes(List<JsonPath> results) {
        return results.stream().map(result -> outcome(result)).toList();
    }

    public static String code(JsonPath result) {
        return refusal(result);
    }

    /**
     * Whether every member of the rows has its column, or stands within one that holds JSON; and whether the tags are there.
     */
    public static void assertEveryMemberHasAColumn(String csv, String ndjson) {
        List<String> head = csv.lines().limit(2).toList();
        assertThat(head.get(1)).contains("#date+recorded");
        Set<String> columns = Set.of(head.get(0).split(","));
        Set<String> members = new TreeSet<>();
        ndjson.lines().forEach(line -> collect(JsonPath.from(line).getMap(""), "", columns, members));
        assertThat(columns).containsAll(members);
    }

    private static void collect(Map<String, Object> object, String path, Set<String> columns, Set<String> members) {
        object.forEach((name, value) -> {
            if (value instanceof Map<?, ?> map && !columns.contains(path + name)) {
                map.forEach((member, inner) -> collect(Map.of((String) member, inner), path + name + ".", columns, members));
            } else {
                members.add(path + name);
            }
        });
    }
}
