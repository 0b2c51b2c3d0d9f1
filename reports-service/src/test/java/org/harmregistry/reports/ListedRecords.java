package org.harmregistry.reports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Incidents that are listed one by one: filtered, counted and told apart by the contract of incidents-service. */
final class ListedRecords {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String NOT_STATED = "\uffff";

    private final ArrayNode selected = JSON.arrayNode();

    ListedRecords(JsonNode incidents, Map<String, String> parameters) {
        incidents.forEach(incident -> {
            if (filter(parameters).stream().allMatch(condition -> condition.test(incident))) {
                selected.add(incident);
            }
        });
    }

    ArrayNode selected() {
        return selected;
    }

    private static List<Predicate<JsonNode>> filter(Map<String, String> parameters) {
        List<Predicate<JsonNode>> conditions = new ArrayList<>();
        parameters.forEach((name, value) -> {
            switch (name) {
                case "from" -> conditions.add(incident -> day(incident, "from").compareTo(value) >= 0);
                case "to" -> conditions.add(incident -> day(incident, "from").compareTo(value) <= 0);
                case "overlaps" -> conditions.add(incident -> day(incident, "from").compareTo(value.substring(11)) <= 0
                        && day(incident, "to").compareTo(value.substring(0, 10)) >= 0);
                case "country", "admin1" -> conditions.add(incident -> incident.at("/place/" + name).asText().equals(value));
                case "place" -> conditions.add(incident -> incident.at("/place/name").asText().equals(value));
                case "q" -> conditions.add(incident -> incident.toString().contains(value));
                case "gradings" -> conditions.add(incident -> value.equals("all")
                        || incident.at("/harm/grading").asText("ungraded").equals(value));
                case "bbox" -> conditions.add(incident -> lies(incident.at("/place/point"), value.split(",")));
                case "party" -> conditions.add(incident -> incident.findValuesAsText("party").contains(value));
                default -> {
                }
            }
        });
        return conditions;
    }

    private static boolean lies(JsonNode point, String[] edges) {
        return point.has("lat") && point.get("lon").asDouble() >= Double.parseDouble(edges[0])
                && point.get("lat").asDouble() >= Double.parseDouble(edges[1])
                && point.get("lon").asDouble() <= Double.parseDouble(edges[2])
                && point.get("lat").asDouble() <= Double.parseDouble(edges[3]);
    }

    private static String day(JsonNode incident, String end) {
        return incident.at("/occurred/" + end).asText();
    }

    ObjectNode total() {
        return sums(selected, JSON.objectNode());
    }

    ObjectNode completeness() {
        ObjectNode completeness = JSON.objectNode().put("incidents", selected.size());
        if (!selected.isEmpty()) {
            completeness.put("ungraded", share("/harm/grading")).put("notLocated", share("/place/point"));
        }
        return completeness;
    }

    private double share(String pointer) {
        int without = 0;
        for (JsonNode incident : selected) {
            without += incident.at(pointer).isMissingNode() ? 1 : 0;
        }
        return (double) without / selected.size();
    }

    ArrayNode groups(String by) {
        Map<String, ArrayNode> parts = new TreeMap<>();
        if (!by.equals("none")) {
            selected.forEach(incident -> parts.computeIfAbsent(key(by, incident), key -> JSON.arrayNode()).add(incident));
        }
        ArrayNode groups = JSON.arrayNode();
        parts.forEach((key, incidents) -> {
            ObjectNode group = groups.addObject();
            if (!key.equals(NOT_STATED)) {
                group.put("key", key);
            }
            sums(incidents, group);
        });
        return groups;
    }

    private static String key(String by, JsonNode incident) {
        LocalDate from = LocalDate.parse(day(incident, "from"));
        return switch (by) {
            case "week" -> from.format(DateTimeFormatter.ISO_WEEK_DATE).substring(0, 8);
            case "month" -> from.toString().substring(0, 7);
            case "grading" -> incident.at("/harm/grading").asText("ungraded");
            case "strikeStatus" -> incident.at("/strike/status").asText(NOT_STATED);
            case "hundredthOfDegree" -> square(incident.at("/place/point"), 100);
            case "tenthOfDegree" -> square(incident.at("/place/point"), 10);
            case "degree" -> square(incident.at("/place/point"), 1);
            case "admin1" -> incident.at("/place/admin1").asText(NOT_STATED);
            default -> throw new IllegalArgumentException(by);
        };
    }

    /** Its middle, in decimals. */
    private static String square(JsonNode point, int perDegree) {
        return point.isMissingNode() ? NOT_STATED
                : middle(point.get("lat").decimalValue(), perDegree) + "," + middle(point.get("lon").decimalValue(), perDegree);
    }

    private static String middle(BigDecimal angle, int perDegree) {
        BigDecimal width = BigDecimal.ONE.divide(BigDecimal.valueOf(perDegree));
        return angle.divideToIntegralValue(width).multiply(width).add(width.divide(BigDecimal.valueOf(2))).toPlainString();
    }

    private static ObjectNode sums(ArrayNode incidents, ObjectNode sums) {
        long harmful = 0;
        for (JsonNode incident : incidents) {
            harmful += incident.at("/harm/killed/civilians/min").asLong() > 0 ? 1 : 0;
        }
        sums.put("incidents", incidents.size()).put("incidentsWithCiviliansKilled", harmful);
        range(incidents, "killed", sums);
        range(incidents, "injured", sums);
        return sums;
    }

    private static void range(ArrayNode incidents, String what, ObjectNode sums) {
        ObjectNode civilians = sums.putObject(what).putObject("civilians");
        for (String end : List.of("min", "max")) {
            long sum = 0;
            int unknown = 0;
            for (JsonNode incident : incidents) {
                JsonNode number = incident.at("/harm/" + what + "/civilians/" + end);
                sum += number.asLong();
                unknown += number.isMissingNode() ? 1 : 0;
            }
            if (unknown < incidents.size() || incidents.isEmpty()) {
                civilians.put(end, sum);
            }
            civilians.put(end + "UnknownIn", unknown);
        }
    }
}
