package org.harmregistry.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTableTest {

    private final RouteTable routes = RouteTable.read();

    @ParameterizedTest
    @CsvSource({ "/api/v1/incidents,incidents-service", "/api/v1/incidents/import,incidents-service",
            "/api/v1/incidentsx,reports-service", "/api/v1/gap,incidents-service", "/api/v1/docs/incidents/,incidents-service",
            "/api/v1/sources/1/citations,sources-service", "/api/v1/openapi/sources,sources-service",
            "/api/v1/editions/1/files/html,reports-service", "/api/v1/nothing,reports-service", "/,reports-service",
            "/feed.atom,reports-service", "/quarry,reports-service", "/problems/conflict,reports-service" })
    void sendsEachPathToItsPart(String path, String part) {
        assertThat(routes.part(path)).contains(part);
    }

    @Test
    void namesNoPrefixTwice() {
        assertThat(routes.routes()).extracting(RouteTable.Route::prefix).doesNotHaveDuplicates().hasSizeGreaterThan(20);
        assertThat(routes.part("/q/health")).isEmpty();
    }
}
