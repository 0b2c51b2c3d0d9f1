package org.harmregistry.incidents.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harmregistry.incidents.incident.IncidentApi.body;
import static org.harmregistry.incidents.incident.IncidentApi.publicIncident;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Random;

import org.harmregistry.incidents.incident.domain.GeoPoint;
import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/**
 * Nobody who may not see an exact point comes closer to it than its cell. Two incidents lie at opposite corners of one cell:
 * whatever is asked, by whatever edge, circle, order, count or clock, the two are told alike.
 */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class PublicAccuracyTest {

    /** Ten thousand with {@code -Dregistry.accuracy.queries=10000}; each build asks fewer. */
    private static final int QUERIES = Integer.getInteger("registry.accuracy.queries", 1_500);
    private static final double LAT = 12.34;
    private static final double LON = 56.78;

    @TestHTTPResource
    URI server;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Random random = new Random(20171017);

    private String get(String path) {
        try {
            HttpResponse<String> answer = client.send(HttpRequest.newBuilder(server.resolve("/api/v1" + path)).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String at(double lat, double lon, String organisation) {
        return publicIncident(organisation, body("\"place\":{\"point\":{\"lat\":" + lat + ",\"lon\":" + lon
                + "},\"mgrs\":\"40QCD1234567890\"}"));
    }

    @Test
    void tellsNothingFinerThanTheCell() {
        String one = at(LAT + 0.0001, LON + 0.0001, "corner");
        String other = at(LAT + 0.0099, LON + 0.0099, "corner");
        for (int i = 0; i < QUERIES; i++) {
            String answer = get(question());
            assertThat(answer.contains(one)).isEqualTo(answer.contains(other));
            assertThat(answer).doesNotContainPattern("\"lat\": ?12\\.34(01|99)\\b").doesNotContain("40QCD");
        }
        assertThat(get("/statistics?organisation=corner&bbox=" + box(LAT, LON, LAT + 0.005, LON + 0.005)))
                .contains("\"incidents\":2");
        assertThat(get("/statistics?organisation=corner&bbox=" + box(LAT, LON, LAT + 0.0049, LON + 0.0049)))
                .contains("\"incidents\":0");
    }

    /** Edges and radii fall anywhere in and around the cell, so that many of them lie between the two exact points. */
    private String question() {
        double lat = LAT - 0.01 + 0.03 * random.nextDouble();
        double lon = LON - 0.01 + 0.03 * random.nextDouble();
        return switch (random.nextInt(5)) {
            case 0 -> "/incidents?organisation=corner&bbox=" + box(LAT - 1, LON - 1, lat, lon);
            case 1 -> "/incidents?organisation=corner&bbox=" + box(lat, lon, LAT + 1, LON + 1) + "&sort=-occurred.from";
            case 2 -> "/incidents?organisation=corner&near=" + point(lat, lon) + "&radius=" + (1 + random.nextInt(2_000));
            case 3 -> "/incidents?organisation=corner&near=" + point(lat, lon) + "&radius=" + (1 + random.nextInt(2_000))
                    + "&sort=distance&count=exact";
            default -> "/statistics?organisation=corner&by=month&near=" + point(lat, lon) + "&radius="
                    + (1 + random.nextInt(2_000));
        };
    }

    private static String point(double lat, double lon) {
        return URLEncoder.encode(String.format(Locale.ROOT, "%.6f,%.6f", lat, lon), StandardCharsets.UTF_8);
    }

    private static String box(double south, double west, double north, double east) {
        return URLEncoder.encode(String.format(Locale.ROOT, "%.6f,%.6f,%.6f,%.6f", west, south, east, north),
                StandardCharsets.UTF_8);
    }

    @Test
    void countsNobodysVersionsWhenAPointMovesWithinItsCell() {
        String id = at(LAT + 0.001, LON + 0.001, "mover");
        String before = get("/incidents/" + id);
        String list = get("/incidents?organisation=mover");
        String tag = IncidentApi.as(Tokens.analyst()).get(IncidentApi.INCIDENTS + "/" + id).header("ETag");

        IncidentApi.patch(Tokens.analyst(), id, tag, "{\"place\":{\"point\":{\"lat\":12.3477,\"lon\":56.7811}}}").then()
                .statusCode(200);

        assertThat(get("/incidents/" + id)).isEqualTo(before);
        assertThat(get("/incidents?organisation=mover")).isEqualTo(list);
        String past = JsonPath.from(before).getString("updatedAt");
        assertThat(get("/incidents/" + id + "?asOf=" + past)).contains("12.345").doesNotContain("12.341");
    }

    /**
     * A place of the name recorded is the one meant up to 25 km away, and then its other names find the record. Two
     * incidents of one cell lie on either side of that circle.
     */
    @Test
    void findsByTheOtherNamesOfAPlaceWithoutTellingThePoint() {
        JsonPath understood = JsonPath.from(get("/incidents?place=Tall%20Afar"));
        double lat = understood.getDouble("understood.place.places[0].point.lat") + 25 / 111.32;
        double lon = understood.getDouble("understood.place.places[0].point.lon");
        double south = Math.floor(lat * 100) / 100;
        String arabic = URLEncoder.encode("\u062a\u0644\u0639\u0641\u0631", StandardCharsets.UTF_8);
        String near = named("Tall Afar", south - 0.05, lon);
        String inside = named("Tall Afar", Math.max(south + 0.0001, lat - 0.004), lon);
        String outside = named("Tall Afar", Math.min(south + 0.0099, lat + 0.004), lon);
        String far = named("Tall Afar", south + 0.05, lon);

        String found = get("/incidents?organisation=circle&q=" + arabic);
        assertThat(found).contains(near).doesNotContain(far);
        assertThat(found.contains(inside)).isEqualTo(found.contains(outside));
    }

    private static String named(String name, double lat, double lon) {
        return publicIncident("circle",
                body("\"place\":{\"name\":\"" + name + "\",\"point\":{\"lat\":" + lat + ",\"lon\":" + lon
                        + "}}"));
    }

    @Test
    void blursInTheDatabaseAsInTheService() throws SQLException {
        try (Connection connection = PostgresResource.asService();
                PreparedStatement sql = connection.prepareStatement(
                        "select cell_centre(cast(? as numeric), 90), cell_centre(cast(? as numeric), 180)")) {
            for (int i = 0; i < 500; i++) {
                double lat = i == 0 ? 90 : i == 1 ? -90 : random.nextDouble() * 180 - 90;
                double lon = i == 0 ? 180 : i == 1 ? -180 : Math.rint((random.nextDouble() * 360 - 180) * 100) / 100;
                sql.setString(1, Double.toString(lat));
                sql.setString(2, Double.toString(lon));
                try (ResultSet cell = sql.executeQuery()) {
                    cell.next();
                    assertThat(new GeoPoint(cell.getDouble(1), cell.getDouble(2))).isEqualTo(new GeoPoint(lat, lon).cell());
                }
            }
        }
    }
}
