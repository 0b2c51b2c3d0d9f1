package org.harmregistry.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.harmregistry.kit.testing.Problems;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.restassured.path.json.JsonPath;

/** What becomes of messages whose receiver does not take them at once. */
@ServiceTest
class DeliveryTest {

    private final String slug = ReportsScene.slug();
    private final String path = "/hooks/" + UUID.randomUUID();

    /** A subscription with one message that was tried once. */
    private String told(String url) {
        String subscription = waiting(url);
        TellingScene.tell();
        return subscription;
    }

    private String waiting(String url) {
        String subscription = TellingScene.webhook(slug, url);
        TellingScene.post(TellingScene.OWNER, subscription + "/test", "").statusCode(201);
        return subscription;
    }

    /** What is left of a test is not tried again in the next. */
    @AfterEach
    void leaveNothing() {
        ReportsScene.sql("update subscription set paused = true where reports = '" + slug + "'");
    }

    @Test
    void isTriedAgainUntilItIsTaken() {
        String subscription = told(Receivers.url("/status/503/" + slug));
        JsonPath log = TellingScene.deliveries(subscription);
        assertThat(log.getString("items[0].status")).isEqualTo("waiting");
        assertThat(log.getString("items[0].attempts[0].outcome")).isEqualTo("refused");
        assertThat(log.getInt("items[0].attempts[0].httpStatus")).isEqualTo(503);
        assertThat(wait(log)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(7));
        TellingScene.tell();
        assertThat(Receivers.at("/status/503/" + slug)).hasSize(1);

        TellingScene.hurry(subscription);
        TellingScene.tell();
        assertThat(wait(TellingScene.deliveries(subscription))).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(6));
        change(subscription, "{\"url\": \"" + Receivers.url(path) + "\"}");
        TellingScene.hurry(subscription);
        TellingScene.tell();
        JsonPath after = TellingScene.deliveries(subscription);
        assertThat(after.getString("items[0].status")).isEqualTo("delivered");
        assertThat(after.getList("items[0].attempts.outcome")).isEqualTo(List.of("refused", "refused", "delivered"));
        assertThat(Receivers.at(path).get(0).headers().get("webhook-id"))
                .isEqualTo(Receivers.at("/status/503/" + slug).get(0).headers().get("webhook-id"));
        assertThat(ReportsScene.count("select count(*) from subscription where failing_since is not null and id = '"
                + id(subscription) + "'")).isZero();
    }

    @Test
    void aReceiverThatAsksForTimeGetsIt() {
        String subscription = told(Receivers.url("/status/429/" + slug + "?wait=7200"));
        assertThat(wait(TellingScene.deliveries(subscription))).isBetween(Duration.ofMinutes(115), Duration.ofMinutes(121));
    }

    @Test
    void aReceiverThatIsGoneIsAskedNoMore() {
        String subscription = told(Receivers.url("/status/410/" + slug));
        given().auth().oauth2(TellingScene.OWNER).get(subscription).then().body("status", equalTo("disabled"))
                .body("disabledCause", equalTo("gone"));
        TellingScene.hurry(subscription);
        TellingScene.tell();
        assertThat(Receivers.at("/status/410/" + slug)).hasSize(1);
        TellingScene.post(TellingScene.OWNER, subscription + "/test", "")
                .spec(Problems.problem(409, "subscription_not_active"));

        change(subscription, "{\"url\": \"" + Receivers.url(path) + "\"}");
        TellingScene.post(TellingScene.OWNER, subscription + "/activation", "").statusCode(200)
                .body("status", equalTo("active"));
        TellingScene.post(TellingScene.OWNER, subscription + "/activation", "")
                .spec(Problems.problem(409, "subscription_not_disabled"));
        TellingScene.tell();
        assertThat(Receivers.at(path)).hasSize(1);
    }

    @Test
    void whoFailsForFiveDaysIsDisabled() {
        String subscription = told(Receivers.url("/status/500/" + slug));
        ReportsScene.sql("update subscription set failing_since = now() - interval '119 hours' where id = '"
                + id(subscription) + "'");
        TellingScene.hurry(subscription);
        TellingScene.tell();
        assertThat(TellingScene.status(subscription)).isEqualTo("active");
        ReportsScene.sql("update subscription set failing_since = now() - interval '121 hours' where id = '"
                + id(subscription) + "'");
        TellingScene.hurry(subscription);
        TellingScene.tell();
        given().auth().oauth2(TellingScene.OWNER).get(subscription).then().body("status", equalTo("disabled"))
                .body("disabledCause", equalTo("failing"));
        assertThat(ReportsScene.count("select count(*) from revision where kind = 'disabled' and record_id = '"
                + id(subscription) + "'")).isEqualTo(1);
    }

    @Test
    void aReceiverThatHangsHoldsUpNobody() {
        String hanging = waiting(Receivers.url("/hooks/hanging?hang"));
        String other = waiting(Receivers.url(path));
        long began = System.nanoTime();
        TellingScene.tell();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        assertThat(TellingScene.deliveries(hanging).getString("items[0].attempts[0].outcome")).isEqualTo("timed_out");
        JsonPath log = TellingScene.deliveries(other);
        assertThat(log.getString("items[0].status")).isEqualTo("delivered");
        assertThat(log.getInt("items[0].attempts[0].tookMs")).isLessThan(900);
    }

    @Test
    void noRedirectIsFollowed() throws Exception {
        int before = Receivers.trapped();
        String trap = "http://" + Receivers.TRAP + ":" + Receivers.trapPort() + "/";
        for (int status : new int[] { 301, 302, 303, 307, 308 }) {
            waiting(Receivers.url("/status/" + status + "/" + slug + "?to=" + trap));
        }
        String subscription = told(Receivers.url("/status/302/" + slug + "/again?to=" + Receivers.url(path)));
        assertThat(TellingScene.deliveries(subscription).getString("items[0].attempts[0].outcome")).isEqualTo("redirected");
        assertThat(Receivers.at(path)).isEmpty();
        assertThat(Receivers.trapped()).isEqualTo(before);
        // The trap does catch whoever comes.
        new Socket(Receivers.TRAP, Receivers.trapPort()).close();
        for (int i = 0; i < 100 && Receivers.trapped() == before; i++) {
            Thread.sleep(10);
        }
        assertThat(Receivers.trapped()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @CsvSource({ "127.0.0.2,address_not_allowed", "10.0.0.1,address_not_allowed", "169.254.169.254,address_not_allowed",
            "::1,address_not_allowed", "::ffff:127.0.0.2,address_not_allowed", "fd00::1,address_not_allowed" })
    void aNameThatLeadsInsideIsNotFollowed(String address, String outcome) {
        int before = Receivers.trapped();
        String host = "host-" + UUID.randomUUID() + ".example";
        Receivers.name(host, address);
        String subscription = told("https://" + host + ":" + Receivers.trapPort() + "/");
        assertThat(TellingScene.deliveries(subscription).getString("items[0].attempts[0].outcome")).isEqualTo(outcome);
        assertThat(Receivers.trapped()).isEqualTo(before);
    }

    @Test
    void aNameThatChangesItsMindChangesNothing() {
        int before = Receivers.trapped();
        String host = "host-" + UUID.randomUUID() + ".example";
        Receivers.name(host, "127.0.0.1", Receivers.TRAP);
        String subscription = told("https://" + host + ":" + Receivers.trapPort() + "/");
        TellingScene.hurry(subscription);
        TellingScene.tell();
        assertThat(TellingScene.deliveries(subscription).getList("items[0].attempts.outcome"))
                .isEqualTo(List.of("unreachable", "address_not_allowed"));
        assertThat(Receivers.trapped()).isEqualTo(before);
    }

    @Test
    void aTestIsSentAndLogged() throws Exception {
        String subscription = TellingScene.webhook(slug, Receivers.url(path));
        String delivery = given().auth().oauth2(TellingScene.OWNER).header("Idempotency-Key", "test-" + slug)
                .post(subscription + "/test").then().statusCode(201).body("status", equalTo("waiting"))
                .body("occasion", equalTo("subscription.test")).extract().header("Location");
        given().auth().oauth2(TellingScene.OWNER).header("Idempotency-Key", "test-" + slug).post(subscription + "/test")
                .then().statusCode(201).header("Location", delivery);
        TellingScene.tell();
        given().auth().oauth2(TellingScene.OWNER).get(delivery).then().statusCode(200).body("status", equalTo("delivered"));
        assertThat(Receivers.at(path)).hasSize(1);
        TellingScene.verify(Receivers.at(path).get(0), TellingScene.secrets(subscription).get(0));
        assertThat(JsonPath.from(Receivers.at(path).get(0).body()).getString("type")).isEqualTo("subscription.test");
    }

    @Test
    void isToldAgainFromWhereAReceiverStands() {
        ReportsScene.neighbours("world=river");
        TellingScene.publish(slug);
        String subscription = TellingScene.webhook(slug, Receivers.url(path));
        TellingScene.tell();
        assertThat(Receivers.at(path)).isEmpty();
        TellingScene.post(TellingScene.OWNER, subscription + "/replay", "").statusCode(200).body("queued", equalTo(1));
        TellingScene.tell();
        Receivers.Call first = Receivers.at(path).get(0);
        TellingScene.post(Tokens.publisher(), "/api/v1/reports/" + slug + "/editions", "{}")
                .statusCode(201);
        ReportsScene.makeDue();
        TellingScene.tell();
        assertThat(Receivers.at(path)).extracting(call -> JsonPath.from(call.body()).getString("type"))
                .containsExactlyInAnyOrder("edition.published", "edition.superseded", "edition.published");

        String cursor = JsonPath.from(first.body()).getString("cursor");
        TellingScene.post(TellingScene.OWNER, subscription + "/replay?after=" + cursor, "").statusCode(200)
                .body("queued", equalTo(2));
        TellingScene.tell();
        assertThat(Receivers.at(path)).hasSize(5);
        assertThat(Receivers.at(path).stream().map(call -> call.headers().get("webhook-id")).distinct()).hasSize(3);
        TellingScene.post(TellingScene.OWNER, subscription + "/replay?after=made-up", "")
                .spec(Problems.problemAt(400, "invalid_cursor", "?after"));
        ReportsScene.sql("update announcement set message_id = gen_random_uuid() where message_id = '"
                + first.headers().get("webhook-id") + "'");
        TellingScene.post(TellingScene.OWNER, subscription + "/replay?after=" + cursor, "")
                .spec(Problems.problem(410, "cursor_expired"));
    }

    private static void change(String subscription, String patch) {
        given().auth().oauth2(TellingScene.OWNER).contentType("application/merge-patch+json").header("If-Match", "*")
                .body(patch).patch(subscription).then().statusCode(200);
    }

    private static Duration wait(JsonPath log) {
        return Duration.between(Instant.now(), Instant.parse(log.getString("items[0].nextAttemptAt")));
    }

    private static String id(String subscription) {
        return subscription.replaceAll(".*/", "");
    }
}
