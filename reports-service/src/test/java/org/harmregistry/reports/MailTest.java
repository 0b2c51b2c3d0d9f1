package org.harmregistry.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.harmregistry.kit.testing.Problems;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.restassured.path.json.JsonPath;

/** E-mail goes to those who said yes, and ends with one click. */
@ServiceTest
class MailTest {

    private final String slug = ReportsScene.slug();
    private final String address = "reader-" + UUID.randomUUID() + "@mailbox.example";

    @BeforeEach
    void neighbours() {
        ReportsScene.neighbours("world=river");
    }

    private String subscribed(String to, String language) {
        return TellingScene.post(TellingScene.OWNER, "/api/v1/subscriptions", """
                {"channel": "mail", "address": "%s", "reports": ["%s"], "language": "%s",
                 "occasions": ["edition.published", "edition.withdrawn"]}
                """.formatted(to, slug, language)).statusCode(201).body("status", equalTo("unconfirmed"))
                .body(not(containsString(to))).extract().header("Location");
    }

    /** The path of the link of a kind in the newest e-mail to an address. */
    private static String link(String to, String kind) {
        var all = SmtpReceiver.to(to);
        Matcher found = Pattern.compile("/subscriptions/" + kind + "/[A-Za-z0-9._-]+").matcher(all.get(all.size() - 1).text());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    @Test
    void isAskedThenToldAndEndsItWithOneClick() {
        String subscription = subscribed(address, "en");
        TellingScene.publish(slug);
        TellingScene.tell();
        assertThat(SmtpReceiver.to(address)).hasSize(1);
        assertThat(SmtpReceiver.to(address).get(0).header("List-Unsubscribe")).isNull();
        String confirmation = link(address, "confirmation");
        given().get(confirmation).then().statusCode(200).contentType("text/html")
                .header("Content-Security-Policy", containsString("form-action 'self'"))
                .header("Cache-Control", equalTo("no-store")).body(containsString("<form method=\"post\">"));
        assertThat(TellingScene.status(subscription)).isEqualTo("unconfirmed");
        given().post(confirmation).then().statusCode(200);
        given().post(confirmation).then().statusCode(200);
        assertThat(TellingScene.status(subscription)).isEqualTo("active");

        String edition = ReportsScene.edition(slug).getString("id");
        ReportsScene.decide(Tokens.publisher(), edition, "withdrawal").statusCode(200);
        TellingScene.tell();
        TellingScene.tell();
        assertThat(SmtpReceiver.to(address)).hasSize(2);
        SmtpReceiver.Received mail = SmtpReceiver.to(address).get(1);
        assertThat(mail.header("Subject")).startsWith("Withdrawn: River gap");
        assertThat(mail.text()).contains("as the rules ask", "/editions/" + edition);
        assertThat(mail.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        String end = link(address, "unsubscription");
        assertThat(mail.header("List-Unsubscribe")).endsWith(end + ">");
        given().get(end).then().statusCode(200).body(containsString("<form"));
        given().get(subscription).then().statusCode(401);
        assertThat(TellingScene.status(subscription)).isEqualTo("active");

        given().contentType("application/x-www-form-urlencoded").body("List-Unsubscribe=One-Click").redirects().follow(false)
                .post(end).then().statusCode(200);
        given().auth().oauth2(TellingScene.OWNER).get(subscription).then().spec(Problems.problem(404, "not_found"));
        given().post(end).then().statusCode(404);
        assertThat(ReportsScene.count("select count(*) from mail_address where subscription_id = '"
                + subscription.replaceAll(".*/", "") + "'")).isZero();
    }

    @Test
    void theAddressStandsNowhereInClear() {
        String subscription = subscribed(address, "ar");
        String id = subscription.replaceAll(".*/", "");
        String name = address.replaceAll("@.*", "");
        assertThat(ReportsScene.count("select count(*) from mail_address where subscription_id = '" + id + "'")).isEqualTo(1);
        for (String table : new String[] { "mail_address", "subscription", "revision", "change", "announcement", "delivery",
                "idempotency_key" }) {
            assertThat(ReportsScene.count("select count(*) from " + table + " t where t::text like '%" + name + "%'"))
                    .as(table).isZero();
        }
        for (String token : new String[] { TellingScene.OWNER, Tokens.admin() }) {
            given().auth().oauth2(token).get(subscription).then().statusCode(200).body(not(containsString(name)));
        }
        // An e-mail is its person's: colleagues do not even see that there is a subscription.
        given().auth().oauth2(Tokens.of("contributor", "org-a", "colleague")).get(subscription).then()
                .spec(Problems.problem(404, "not_found"));
        TellingScene.tell();
        assertThat(SmtpReceiver.to(address).get(0).header("Subject")).contains("UTF-8");
    }

    @Test
    void aMailboxThatRefusesIsLogged() {
        String to = "refused-" + UUID.randomUUID() + "@mailbox.example";
        String subscription = subscribed(to, "en");
        TellingScene.tell();
        JsonPath log = TellingScene.deliveries(subscription);
        assertThat(log.getList("items")).hasSize(1);
        assertThat(log.getString("items[0].attempts[0].outcome")).isEqualTo("refused");
        assertThat(log.prettify()).doesNotContain(to);
    }

    @ParameterizedTest
    @ValueSource(strings = { "x", "a@b", "a b@mailbox.example", "a@mailbox.example, b@mailbox.example",
            "a@mailbox.example\\r\\nBcc: b@mailbox.example", "<a@mailbox.example>", "a@[127.0.0.1]",
            "\\\"a\\\"@mailbox.example",
            "a@mailbox..example", "@mailbox.example", "A <a@mailbox.example>" })
    void noOtherAddressIsTaken(String hostile) {
        TellingScene.post(TellingScene.OWNER, "/api/v1/subscriptions",
                "{\"channel\": \"mail\", \"address\": \"" + hostile + "\"}")
                .spec(Problems.problemAt(400, "invalid_value", "/address"));
    }

    @Test
    void aMadeUpLinkLeadsNowhere() {
        String subscription = subscribed(address, "en");
        String id = subscription.replaceAll(".*/", "");
        TellingScene.tell();
        String proof = link(address, "confirmation").replaceAll(".*\\.", "");
        for (String token : new String[] { id, id + ".", id + ".AAAA", "x." + proof, UUID.randomUUID() + "." + proof }) {
            given().post("/subscriptions/confirmation/" + token).then().statusCode(404);
        }
        given().post("/subscriptions/unsubscription/" + id + "." + proof).then().statusCode(404);
        given().body("{}").contentType("application/json").post("/api/v1/subscriptions").then()
                .spec(Problems.problem(401, "unauthenticated"));
        assertThat(TellingScene.status(subscription)).isEqualTo("unconfirmed");
        given().auth().oauth2(TellingScene.OWNER).get(subscription + "/secret").then()
                .spec(Problems.problem(409, "no_secret"));
    }

    @Test
    void nobodyFloodsMailboxesWithQuestions() {
        String flooder = Tokens.of("contributor", "org-flood", "flooder");
        for (int i = 0; i < 20; i++) {
            TellingScene.post(flooder, "/api/v1/subscriptions", "{\"channel\": \"mail\", \"address\": \"" + address + "\"}")
                    .statusCode(201);
        }
        TellingScene.post(flooder, "/api/v1/subscriptions", "{\"channel\": \"mail\", \"address\": \"" + address + "\"}")
                .spec(Problems.problem(409, "too_many_subscriptions"));
        given().auth().oauth2(flooder).get("/api/v1/subscriptions").then().body("items", hasSize(20));
    }
}
