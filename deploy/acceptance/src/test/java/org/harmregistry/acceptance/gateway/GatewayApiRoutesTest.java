package org.harmregistry.acceptance.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.harmregistry.local.gateway.RouteTable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/**
 * The routes of the cluster's own gateway are those of the local one. They are read as the Gateway API and Envoy Gateway
 * say: a pattern that fits the whole path goes before any prefix, the longest first; a prefix ends at a slash or at the
 * path's end, the longest first.
 */
class GatewayApiRoutesTest {

    private static final Path FOLDER = Path.of("../kubernetes/components/gateway-api");

    private static final List<Rule> rules = new ArrayList<>();
    private static RouteTable local;

    /** One way to match a path, with what then answers. */
    private record Rule(String route, String type, String value, String part) {

        boolean fits(String path) {
            return type.equals("RegularExpression") ? Pattern.matches(value, path)
                    : path.equals(value) || path.startsWith(value.endsWith("/") ? value : value + "/");
        }
    }

    @BeforeAll
    static void read() throws IOException {
        local = RouteTable.read();
        for (String file : List.of("routes.yaml", "refusals.yaml")) {
            new YAMLMapper().readerFor(JsonNode.class).<JsonNode> readValues(FOLDER.resolve(file).toFile()).readAll().stream()
                    .filter(each -> each.path("kind").asText().equals("HTTPRoute"))
                    .forEach(route -> route.at("/spec/rules").forEach(rule -> rule.path("matches")
                            .forEach(match -> rules.add(new Rule(route.at("/metadata/name").asText(),
                                    match.at("/path/type").asText(), match.at("/path/value").asText(),
                                    rule.at("/backendRefs/0/name").asText(
                                            rule.at("/filters/0/extensionRef/name").asText()))))));
        }
    }

    private static Rule of(String path) {
        return rules.stream().filter(each -> each.fits(path))
                .max(Comparator.comparing((Rule each) -> each.type().equals("RegularExpression"))
                        .thenComparing(each -> each.value().length()))
                .orElseThrow(() -> new AssertionError("nobody for " + path));
    }

    private static String localPart(String path) {
        return local.routes().stream()
                .filter(each -> path.equals(each.prefix()) || path.startsWith(each.prefix().replaceAll("/$", "") + "/"))
                .max(Comparator.comparing(each -> each.prefix().length())).orElseThrow().part().replaceAll("^-$", "not-found");
    }

    static Stream<String> paths() {
        return RouteTable.read().routes().stream().map(RouteTable.Route::prefix).map(each -> each.replaceAll("/$", ""))
                .flatMap(prefix -> Stream.of("", "/", "/changes", "/import", "/0197f3c2-0000-7000-8000-000000000001",
                        "/SY-2017-00042/changes", "/SY-2017-00042/attachments/uploads", "/x/y/import", "/%D8%A7", "x", "/docs/",
                        "/q")
                        .map(each -> prefix + each))
                .filter(each -> each.startsWith("/"));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void eachPathIsAnsweredByTheSamePart(String path) {
        assertThat(of(path).part()).isEqualTo(localPart(path));
    }

    @Test
    void theTablesHoldTheSamePrefixes() {
        assertThat(rules.stream().filter(each -> each.type().equals("PathPrefix")).map(Rule::value))
                .containsExactlyInAnyOrderElementsOf(local.routes().stream().map(RouteTable.Route::prefix).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/v1/incidents;x", "/api/v1//incidents", "/api/v1/incidents\\x", "/api/v1/sources/%3bx/import",
            "/api/v1/incidents/%00", "/api/v1/incidents/%7F", "/x%23y" })
    void aPathThatTwoCouldReadDifferentlyIsRefused(String path) {
        assertThat(of(path).part()).isEqualTo("malformed-path");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/v1/incidents/changes", "/api/v1/sources/changes", "/api/v1/editions/changes" })
    void feedsHaveLimitsOfTheirOwn(String path) {
        assertThat(of(path).route()).isEqualTo("feeds");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/v1/incidents/import", "/api/v1/sources/import" })
    void importsHaveLimitsOfTheirOwn(String path) {
        assertThat(of(path).route()).isEqualTo("imports");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/v1/attachments/0197f3c2/content", "/api/v1/sources/SRC-1/attachments",
            "/api/v1/sources/SRC-1/attachments/uploads/7" })
    void filesHaveLimitsOfTheirOwn(String path) {
        assertThat(of(path).route()).isEqualTo("files");
    }
}
