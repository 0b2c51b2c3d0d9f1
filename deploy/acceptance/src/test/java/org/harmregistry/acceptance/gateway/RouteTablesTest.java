package org.harmregistry.acceptance.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.harmregistry.local.gateway.RouteTable;
import org.junit.jupiter.api.Test;

class RouteTablesTest {

    private static final Pattern ROUTE = Pattern.compile("^ +~\\^(/\\S*)\\(/\\|\\$\\) +(\\S+);$", Pattern.MULTILINE);
    private static final Pattern REST = Pattern.compile("^ +default +(\\S+);$", Pattern.MULTILINE);

    @Test
    void bothGatewaysSendEachPathToTheSamePart() throws IOException {
        String nginx = Files.readString(Path.of("../gateway/routes.conf"));
        Map<String, String> parts = ROUTE.matcher(nginx).results()
                .collect(Collectors.toMap((MatchResult route) -> route.group(1), route -> route.group(2)));
        parts.put("/", REST.matcher(nginx).results().findFirst().orElseThrow().group(1));

        assertThat(parts).isEqualTo(RouteTable.read().routes().stream()
                .collect(Collectors.toMap(RouteTable.Route::prefix, RouteTable.Route::part)));
        // Every line of the map was understood here: comment, route, rest, or the map's own.
        assertThat(nginx.lines().filter(line -> line.startsWith("    ")).filter(line -> !ROUTE.matcher(line).find()
                && !REST.matcher(line).find())).isEmpty();
    }
}
