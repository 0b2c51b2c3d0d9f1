package org.harmregistry.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.restassured.RestAssured;

/** Whoever ordered an edition is told what becomes of it, as it happens. */
@ServiceTest
class EditionFollowingTest {

    @Test
    void tellsOfAnEditionAsItIsMade() throws Exception {
        ReportsScene.neighbours("world=raqqa");
        String slug = ReportsScene.slug();
        HttpRequest request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port
                + "/api/v1/editions/changes")).timeout(Duration.ofSeconds(30)).header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + Tokens.publisher()).build();
        HttpClient client = HttpClient.newHttpClient();
        HttpResponse<java.util.stream.Stream<String>> stream = client.send(request, HttpResponse.BodyHandlers.ofLines());
        assertThat(stream.statusCode()).isEqualTo(200);
        CompletableFuture<Boolean> told = CompletableFuture.supplyAsync(() -> stream.body()
                .anyMatch(line -> line.startsWith("data:") && line.contains(slug) && line.contains("published")));
        ReportsScene.define(slug, ReportsScene.casualties("coalition", "2018-06"));
        ReportsScene.makeDue();
        assertThat(told.get(30, TimeUnit.SECONDS)).isTrue();
        stream.body().close();
    }
}
