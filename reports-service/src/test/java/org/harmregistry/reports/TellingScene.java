package org.harmregistry.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.reports.delivery.domain.DeliveryStep;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

/** What the tests of telling people do again and again. */
final class TellingScene {

    static final String OWNER = Tokens.contributor("org-a");

    private TellingScene() {
    }

    /** A report from the small world with one edition that is out; its slug. */
    static String published() {
        ReportsScene.neighbours("world=river");
        String slug = ReportsScene.slug();
        publish(slug);
        return slug;
    }

    static void publish(String slug) {
        ReportsScene.define(slug, ReportsScene.river());
        ReportsScene.makeDue();
    }

    static ValidatableResponse post(String token, String address, String body) {
        return given().auth().oauth2(token).contentType("application/json").body(body).post(address).then();
    }

    /** A webhook for a report; the subscription's address. */
    static String webhook(String slug, String url) {
        return post(OWNER, "/api/v1/subscriptions", "{\"channel\": \"webhook\", \"url\": \"" + url + "\", \"reports\": [\""
                + slug + "\"]}").statusCode(201).extract().header("Location");
    }

    /** Sends what is due, as the schedule does. */
    static void tell() {
        DeliveryStep step = Arc.container().instance(DeliveryStep.class).get();
        try {
            VertxContextSupport.subscribeAndAwait(step::run);
            VertxContextSupport.subscribeAndAwait(step::runForFailing);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonPath deliveries(String subscription) {
        return given().auth().oauth2(OWNER).get(subscription + "/deliveries").then().statusCode(200).extract().jsonPath();
    }

    static String status(String subscription) {
        return given().auth().oauth2(OWNER).get(subscription).then().statusCode(200).extract().path("status");
    }

    /** Lets what waits for a subscription be due at once. */
    static void hurry(String subscription) {
        ReportsScene.sql("update delivery set next_attempt_at = now() where status = 'waiting' and subscription_id = '"
                + subscription.replaceAll(".*/", "") + "'");
    }

    static List<String> secrets(String subscription) {
        return given().auth().oauth2(OWNER).get(subscription + "/secret").then().statusCode(200).extract().path("secrets");
    }

    /** Checks a call as the specification of Standard Webhooks tells receivers to, and by its reference library. */
    static void verify(Receivers.Call call, String... secrets) throws Exception {
        HttpHeaders headers = HttpHeaders.of(call.headers().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                header -> List.of(header.getValue()))), (name, value) -> true);
        for (String secret : secrets) {
            new Webhook(secret).verify(call.body(), headers);
            assertThatThrownBy(() -> new Webhook(secret).verify(call.body() + " ", headers))
                    .isInstanceOf(WebhookVerificationException.class);
        }
        String signed = call.headers().get("webhook-id") + "." + call.headers().get("webhook-timestamp") + "." + call.body();
        String[] signatures = call.headers().get("webhook-signature").split(" ");
        assertThat(signatures).hasSameSizeAs(secrets);
        for (int i = 0; i < secrets.length; i++) {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secrets[i].substring("whsec_".length())), "HmacSHA256"));
            assertThat(signatures[i]).isEqualTo(
                    "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
        }
    }
}
