package org.harmregistry.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.harmregistry.kit.testing.Problems;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.restassured.path.json.JsonPath;

/** A webhook from the wish to the signed call. */
@ServiceTest
class WebhookTest {

    private final String slug = ReportsScene.slug();
    private final String path = "/hooks/" + UUID.randomUUID();

    private void publish() {
        ReportsScene.neighbours("world=river");
        TellingScene.publish(slug);
    }

    @Test
    void aPublishedEditionIsToldOnceAndSigned() throws Exception {
        String subscription = TellingScene.webhook(slug, Receivers.url(path));
        String other = TellingScene.webhook("another-report", Receivers.url(path + "/other"));
        publish();
        String edition = ReportsScene.edition(slug).getString("id");

        TellingScene.tell();
        TellingScene.tell();

        assertThat(Receivers.at(path)).hasSize(1);
        assertThat(Receivers.at(path + "/other")).isEmpty();
        Receivers.Call call = Receivers.at(path).get(0);
        TellingScene.verify(call, TellingScene.secrets(subscription).get(0));
        assertThat(call.headers()).containsEntry("content-type", "application/json").doesNotContainKey("authorization");
        assertThat(Instant.ofEpochSecond(Long.parseLong(call.headers().get("webhook-timestamp"))))
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
        JsonPath body = JsonPath.from(call.body());
        assertThat(body.getString("type")).isEqualTo("edition.published");
        assertThat(body.getString("data.edition")).isEqualTo(edition);
        assertThat(body.getString("data.report")).isEqualTo(slug);
        assertThat(body.getInt("data.number")).isEqualTo(1);
        assertThat(body.getString("data.href")).endsWith("/api/v1/editions/" + edition);
        JsonPath log = TellingScene.deliveries(subscription);
        assertThat(log.getList("items")).hasSize(1);
        assertThat(log.getString("items[0].id")).isEqualTo(call.headers().get("webhook-id"));
        assertThat(log.getString("items[0].status")).isEqualTo("delivered");
        assertThat(log.getInt("items[0].attempts[0].httpStatus")).isEqualTo(204);
        assertThat(TellingScene.deliveries(other).getList("items")).isEmpty();
    }

    @Test
    void aNewSecretSignsBesideTheOldOneForADay() throws Exception {
        String subscription = TellingScene.webhook(slug, Receivers.url(path));
        String first = TellingScene.secrets(subscription).get(0);
        TellingScene.post(TellingScene.OWNER, subscription + "/secret", "").statusCode(200)
                .body("secretGeneration", equalTo(2));
        List<String> both = TellingScene.secrets(subscription);
        assertThat(both).hasSize(2).contains(first);
        assertThat(both.get(0)).matches("whsec_[A-Za-z0-9+/]{43}=").isNotEqualTo(first);
        publish();
        TellingScene.tell();
        TellingScene.verify(Receivers.at(path).get(0), both.get(0), first);

        ReportsScene.sql("update subscription set previous_secret_until = now() where id = '"
                + subscription.replaceAll(".*/", "") + "'");
        assertThat(TellingScene.secrets(subscription)).containsExactly(both.get(0));
    }

    @Test
    void nothingInTheRegisterTellsASecret() {
        String subscription = TellingScene.webhook(slug, Receivers.url(path + "?capability=in-the-address"));
        String secret = TellingScene.secrets(subscription).get(0).substring("whsec_".length());
        assertThat(ReportsScene.count("select count(*) from subscription s where s::text like '%" + secret + "%'")).isZero();
        assertThat(ReportsScene.count("select count(*) from revision r where r.snapshot::text like '%" + secret
                + "%' or r.snapshot::text like '%in-the-address%'")).isZero();
        assertThat(ReportsScene.count("select count(*) from revision where collection = 'subscriptions' and record_id = '"
                + subscription.replaceAll(".*/", "") + "' and snapshot ->> 'host' = '127.0.0.1'")).isEqualTo(1);
    }

    @Test
    void twoReplicasSendEachMessageOnce() {
        for (int i = 0; i < 40; i++) {
            TellingScene.webhook(slug, Receivers.url(path + "/" + i));
        }
        publish();
        CompletableFuture<Void> another = CompletableFuture.runAsync(TellingScene::tell);
        TellingScene.tell();
        another.join();
        assertThat(Receivers.below(path + "/")).isEqualTo(40);
        for (int i = 0; i < 40; i++) {
            assertThat(Receivers.at(path + "/" + i)).hasSize(1);
        }
    }

    @Test
    void whatIsNotYoursIsNotThere() {
        String subscription = TellingScene.webhook(slug, Receivers.url(path));
        String stranger = Tokens.contributor("org-b");
        for (String address : new String[] { subscription, subscription + "/secret", subscription + "/deliveries" }) {
            given().auth().oauth2(stranger).get(address).then().spec(Problems.problem(404, "not_found"));
            given().auth().oauth2(Tokens.publisher()).get(address).then().spec(Problems.problem(404, "not_found"));
            given().get(address).then().spec(Problems.problem(401, "unauthenticated"));
        }
        for (String act : new String[] { "/secret", "/test", "/replay", "/activation" }) {
            TellingScene.post(stranger, subscription + act, "").spec(Problems.problem(404, "not_found"));
        }
        given().auth().oauth2(stranger).header("If-Match", "*").delete(subscription).then()
                .spec(Problems.problem(404, "not_found"));
        given().auth().oauth2(stranger).get("/api/v1/subscriptions").then().body("items.findAll { it.id == '"
                + subscription.replaceAll(".*/", "") + "' }", hasSize(0));
        given().auth().oauth2(Tokens.admin()).get(subscription).then().statusCode(200);
        given().auth().oauth2(Tokens.admin()).get(subscription + "/secret").then().spec(Problems.problem(403, "forbidden"));
    }

    @Test
    void isChangedOnTheVersionThatWasReadAndEnded() {
        String subscription = TellingScene.webhook(slug, Receivers.url(path));
        String tag = given().auth().oauth2(TellingScene.OWNER).get(subscription).then().extract().header("ETag");
        patch(subscription, null, "{\"paused\": true}").then().spec(Problems.problem(428, "precondition_required"));
        patch(subscription, tag, "{\"channel\": \"mail\"}").then()
                .spec(Problems.problemAt(400, "read_only_field", "/channel"));
        patch(subscription, tag, "{\"url\": \"http://hooks.example.org/x\"}").then()
                .spec(Problems.problemAt(422, "webhook_not_secure", "/url"));
        patch(subscription, tag, "{\"occasions\": [\"subscription.test\"]}").then()
                .spec(Problems.problemAt(400, "invalid_value", "/occasions/0"));
        patch(subscription, tag, "{\"paused\": true, \"reports\": null}").then().statusCode(200)
                .body("status", equalTo("paused")).body("reports", nullValue());
        patch(subscription, tag, "{\"paused\": false}").then().spec(Problems.problem(412, "version_stale"));
        publish();
        assertThat(TellingScene.deliveries(subscription).getList("items")).isEmpty();
        given().auth().oauth2(TellingScene.OWNER).header("If-Match", "*").delete(subscription).then().statusCode(204);
        given().auth().oauth2(TellingScene.OWNER).get(subscription).then().spec(Problems.problem(404, "not_found"));
    }

    private static io.restassured.response.Response patch(String address, String tag, String body) {
        var request = given().auth().oauth2(TellingScene.OWNER).contentType("application/merge-patch+json").body(body);
        return (tag == null ? request : request.header("If-Match", tag)).patch(address);
    }
}
