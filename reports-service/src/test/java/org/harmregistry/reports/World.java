package org.harmregistry.reports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The answers of the neighbours from one file of numbers; the records behind the counts are made up to their number. */
final class World {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JsonNode data;

    World(JsonNode data) {
        this.data = data;
    }

    /** The answer to a read, or {@code null} where there is nothing. */
    JsonNode answer(String path, Map<String, String> parameters, boolean changedMeanwhile) {
        String[] steps = path.substring(1).split("/");
        return switch (steps[0]) {
            case "statistics" -> statistics(parameters, changedMeanwhile);
            case "incidents" -> steps.length == 3 ? page(of(steps[2], "incident", steps[1]), parameters)
                    : steps.length == 2 ? one("incidents", steps[1])
                            : page(data.has("incidents") ? new ListedRecords(data.get("incidents"), parameters).selected()
                                    : incidents(part(parameters)), parameters);
            case "gap" -> data.get("gaps").get(parameters.get("knownBy"));
            case "parties" -> steps.length == 1 ? page(data.get("parties"), parameters)
                    : page(ofParty(steps[2], steps[1], parameters.get("kind")), parameters);
            case "commitments" -> page(data.get("commitments"), parameters);
            case "ledger" -> JSON.objectNode().put("party", parameters.get("party"));
            case "demands" -> page(data.get("demands"), parameters);
            case "allegations", "citations" -> page(of(steps[0], "incident", parameters.get("incident")), parameters);
            case "sources" -> sources(steps, parameters);
            default -> null;
        };
    }

    private static String part(Map<String, String> parameters) {
        if (!parameters.getOrDefault("gradings", "").equals("all")) {
            return "none";
        }
        for (String name : List.of("rule", "place")) {
            if (parameters.containsKey(name)) {
                return name + ":" + parameters.get(name);
            }
        }
        return parameters.containsKey("overlaps") ? "overlaps" : "window";
    }

    private JsonNode statistics(Map<String, String> parameters, boolean changedMeanwhile) {
        if (data.has("incidents")) {
            return listed(parameters, changedMeanwhile);
        }
        String part = part(parameters);
        JsonNode total = data.get("counts").get(part);
        ObjectNode answer = JSON.objectNode().put("by", parameters.get("by")).put("rule", "incidents-count-1")
                .put("asOf", parameters.getOrDefault("asOf", "2026-11-01T10:00:00Z"));
        answer.set("total", total);
        ArrayNode groups = answer.putArray("groups");
        if ("month".equals(parameters.get("by"))) {
            data.get("months").forEach(month -> group(groups.addObject(), month));
        }
        records(answer, incidents(part), changedMeanwhile);
        return answer;
    }

    private JsonNode listed(Map<String, String> parameters, boolean changedMeanwhile) {
        ListedRecords records = new ListedRecords(data.get("incidents"), parameters);
        ObjectNode answer = JSON.objectNode().put("by", parameters.get("by")).put("rule", "incidents-count-1")
                .put("asOf", parameters.getOrDefault("asOf", "2026-11-01T10:00:00Z"));
        answer.set("completeness", records.completeness());
        answer.set("total", records.total());
        answer.set("groups", records.groups(parameters.get("by")));
        records(answer, records.selected(), changedMeanwhile);
        return answer;
    }

    private static void records(ObjectNode answer, ArrayNode counted, boolean changedMeanwhile) {
        StringBuilder lines = new StringBuilder();
        counted.forEach(item -> lines.append(item.get("id").textValue()).append(':').append(item.get("version"))
                .append('\n'));
        String digest = sha256(lines.toString().lines().sorted().map(line -> line + "\n").reduce("", String::concat));
        answer.putObject("records").put("count", counted.size())
                .put("digest", changedMeanwhile ? sha256("before the change") : digest);
    }

    private static void group(ObjectNode group, JsonNode month) {
        group.set("key", month.get(0));
        group.set("incidents", month.get(1));
        group.set("incidentsWithCiviliansKilled", month.get(2));
        ObjectNode civilians = group.putObject("killed").putObject("civilians");
        civilians.set("min", month.get(3));
        civilians.set("max", month.get(4));
    }

    private ArrayNode incidents(String part) {
        ArrayNode items = JSON.arrayNode();
        IntStream.range(0, data.get("counts").get(part).get("incidents").intValue()).forEach(i -> {
            ObjectNode item = items.addObject();
            item.put("id", UUID.nameUUIDFromBytes((part + i).getBytes(StandardCharsets.UTF_8)).toString())
                    .put("version", 1 + i % 3);
            item.setAll((ObjectNode) data.get("credit"));
            if (data.has("places")) {
                item.set("place", data.get("places").get(i % data.get("places").size()));
            }
        });
        return items;
    }

    private JsonNode ofParty(String list, String party, String kind) {
        JsonNode found = data.path(list).path(party);
        ArrayNode items = JSON.arrayNode();
        found.forEach(item -> {
            if (kind == null || kind.equals(item.path("kind").textValue())) {
                items.add(item);
            }
        });
        return items;
    }

    private static JsonNode page(JsonNode all, Map<String, String> parameters) {
        int from = Integer.parseInt(parameters.getOrDefault("after", "0"));
        int to = Math.min(all.size(), from + Integer.parseInt(parameters.getOrDefault("limit", "50")));
        ObjectNode page = JSON.objectNode();
        if (parameters.containsKey("asOf")) {
            page.put("asOf", parameters.get("asOf"));
        }
        ArrayNode items = page.putArray("items");
        for (int i = from; i < to; i++) {
            items.add(all.get(i));
        }
        ObjectNode position = page.putObject("page").put("size", items.size());
        if (to < all.size()) {
            position.put("next", Integer.toString(to));
        }
        return page;
    }

    private JsonNode sources(String[] steps, Map<String, String> parameters) {
        if (steps.length == 2 && steps[1].equals("fieldwork")) {
            boolean elsewhere = !parameters.getOrDefault("country", "XA").equals("XA");
            return elsewhere ? JSON.objectNode().put("leastShown", 3) : data.get("fieldwork").get(parameters.get("by"));
        }
        if (steps.length == 3) {
            return page(of(steps[2], "source", steps[1]), parameters);
        }
        return steps.length == 1 ? sourceOf(parameters) : one("sources", steps[1]);
    }

    /** The records of a list that name another record. */
    private ArrayNode of(String list, String member, String id) {
        ArrayNode found = JSON.arrayNode();
        data.path(list).forEach(record -> {
            if (record.path(member).asText().equals(id)) {
                found.add(record);
            }
        });
        return found;
    }

    private JsonNode sourceOf(Map<String, String> parameters) {
        ArrayNode found = JSON.arrayNode();
        data.get("sources").forEach(source -> source.path("cites").forEach(cited -> {
            if (cited.textValue().equals(parameters.get("incident"))) {
                found.add(source);
            }
        }));
        data.get("sources").forEach(source -> source.path("externalIds").forEach(id -> {
            if ((id.get("system").textValue() + ":" + id.get("id").textValue()).equals(parameters.get("externalId"))) {
                found.add(source);
            }
        }));
        return page(found, parameters);
    }

    private JsonNode one(String list, String id) {
        for (JsonNode record : data.path(list)) {
            if (record.get("id").textValue().equals(id) || record.path("code").asText().equals(id)) {
                return record;
            }
        }
        return null;
    }

    private static String sha256(String text) {
        try {
            return "sha-256:" + HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
