package org.harmregistry.acceptance.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** What is watched: the alert rules, the dashboard, and the metrics that both name. */
public final class Monitoring {

    private static final Path FOLDER = Path.of("../kubernetes/components/monitoring");
    private static final YAMLMapper YAML = new YAMLMapper();
    /** What stands beside names in a query: selectors, strings, ranges, and labels to group by. */
    private static final Pattern BESIDE = Pattern.compile("\\{[^}]*}|\"[^\"]*\"|\\[[^]]*]|\\b(?:by|without|on) *\\([^)]*\\)");
    private static final Pattern NAME = Pattern.compile("\\b([a-z][a-z0-9_:]*)\\b(?! *\\()");
    private static final Pattern OF_OTHERS = Pattern.compile("up|cnpg_.*|barman_.*");
    private static final Set<String> WORDS = Set.of("or", "and", "unless", "by");

    private Monitoring() {
    }

    /** The rules as Prometheus itself reads them. */
    static JsonNode rules() throws IOException {
        return YAML.readTree(FOLDER.resolve("alerts.yaml").toFile()).path("spec");
    }

    static Stream<JsonNode> alerts(JsonNode rules) {
        return Manifests.each(rules.path("groups")).flatMap(group -> Manifests.each(group.path("rules")));
    }

    /** The metrics of services that an alert or the dashboard asks for: neither Prometheus' own, nor those of operators. */
    public static Set<String> metrics() throws IOException {
        List<String> queries = new ArrayList<>();
        alerts(rules()).forEach(each -> queries.add(each.path("expr").asText()));
        YAML.readTree(FOLDER.resolve("registry.json").toFile()).findValues("expr").forEach(each -> queries.add(each.asText()));
        Set<String> names = new TreeSet<>();
        for (String query : queries) {
            NAME.matcher(BESIDE.matcher(query).replaceAll(" ")).results().map((MatchResult each) -> each.group(1))
                    .filter(each -> !WORDS.contains(each) && !OF_OTHERS.matcher(each).matches()).forEach(names::add);
        }
        return names;
    }
}
