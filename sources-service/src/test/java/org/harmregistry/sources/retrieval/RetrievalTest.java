package org.harmregistry.sources.retrieval;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;
import static org.harmregistry.sources.testing.Requests.article;
import static org.harmregistry.sources.testing.Requests.as;
import static org.harmregistry.sources.testing.Requests.create;
import static org.harmregistry.sources.testing.Requests.idOf;
import static org.harmregistry.sources.testing.Requests.unique;

import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.HexFormat;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.Stores;
import org.harmregistry.sources.testing.Web;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Where fetching is on, pages come in whole, and nothing of the operator's own network is ever reached. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Web.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class RetrievalTest {

    private static final String ANALYST = Tokens.analyst();

    @BeforeEach
    void names() {
        Web.name("press.example", Web.PUBLIC);
        for (String loopback : new String[] { "localhost", "localhost.", "inside.example", "metadata.google.internal" }) {
            Web.name(loopback, loopback.startsWith("metadata") ? "169.254.169.254" : "127.0.0.1");
        }
        Web.name("mixed.example", Web.PUBLIC + ",127.0.0.1");
        Web.name("v6.example", "::1");
        Web.name("mapped.example", "::ffff:127.0.0.1");
        Web.name("denied.example", "198.41.0.4");
    }

    private static Response fetch(String source, String url) {
        String quoted = url.replace("\\", "\\\\").replace("\"", "\\\"");
        return as(ANALYST).body("{\"url\": \"" + quoted + "\"}").post(source + "/retrieval");
    }

    private static String source() {
        return create(article("To be fetched")).header("Location");
    }

    @Test
    void aPageIsKeptAsItCameWithItsCollection() throws Exception {
        String source = source();
        String mark = unique();
        String page = "http://press.example/page?mark=" + mark;
        String start = "http://press.example/to?u=/page?mark=" + mark;

        Response kept = fetch(source, start + "#part");

        kept.then().statusCode(201).body("fetchedFrom", contains(start, page)).body("attachment", notNullValue())
                .body("fetchedAt", notNullValue());
        byte[] sent = ("<p>press.example " + mark + "</p>").getBytes(StandardCharsets.UTF_8);
        String digest = "sha-256:" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sent));
        kept.then().body("digest", equalTo(digest)).body("length", equalTo(sent.length));
        assertThat(as(ANALYST).get(kept.header("Location") + "/content").asByteArray()).isEqualTo(sent);
        assertThat(Web.lastHeaders().names()).doesNotContain("Authorization", "Cookie", "Referer");
        try (Connection owner = PostgresResource.asOwner();
                ResultSet entry = owner.createStatement()
                        .executeQuery("select count(*) from custody_entry where act = 'collected'"
                                + " and digest = '" + digest + "' and source_id = '" + idOf(source) + "'")) {
            entry.next();
            assertThat(entry.getInt(1)).isEqualTo(1);
        }
        fetch(source, page).then().statusCode(200).body("attachment", equalTo(kept.path("attachment")));
    }

    /** Goal V6: other spellings, other numbers, other names, other schemes: the trap sees no connection. */
    @ParameterizedTest
    @ValueSource(strings = { "http://127.0.0.1:P/", "http://127.0.0.1:P#@press.example/", "http://localhost:P/",
            "http://LocalHost:P/", "http://localhost.:P/", "http://127.1:P/", "http://127.0.1:P/", "http://2130706433:P/",
            "http://0x7f000001:P/", "http://0x7f.0.0.1:P/", "http://0x7F.1:P/", "http://017700000001:P/",
            "http://0177.0.0.1:P/",
            "http://0177.0.0.0x1:P/", "http://127.000.000.001:P/", "http://127.0.0.1.:P/", "http://0:P/", "http://0.0.0.0:P/",
            "http://127.0.0.2:P/", "http://127.255.255.254:P/", "http://[::1]:P/", "http://[0:0:0:0:0:0:0:1]:P/",
            "http://[::]:P/",
            "http://[::ffff:127.0.0.1]:P/", "http://[::ffff:7f00:1]:P/", "http://[0:0:0:0:0:ffff:7f00:0001]:P/",
            "http://[::127.0.0.1]:P/", "http://[64:ff9b::7f00:1]:P/", "http://[64:ff9b::127.0.0.1]:P/",
            "http://[2002:7f00:1::1]:P/",
            "http://[2001::7f00:1]:P/", "http://[fe80::1]:P/", "http://[fe80::1%25lo]:P/", "http://[fe80::1%lo]:P/",
            "http://[fc00::1]:P/", "http://[fd00:ec2::254]/", "http://[fec0::1]/", "http://[ff02::1]/", "http://[2001:db8::1]/",
            "http://10.0.0.1/", "http://10.255.255.255/", "http://172.16.0.1/", "http://172.31.255.255/", "http://192.168.0.1/",
            "http://169.254.169.254/latest/meta-data/", "http://169.254.170.2/", "http://100.100.100.200/",
            "http://192.0.0.192/",
            "http://198.18.0.1/", "http://192.0.2.1/", "http://203.0.113.5/", "http://224.0.0.1/", "http://239.255.255.250/",
            "http://240.0.0.1/", "http://255.255.255.255/", "http://198.41.0.4/", "http://[2a01:4f8::1]/",
            "http://denied.example/",
            "http://inside.example:P/", "http://mixed.example:P/", "http://v6.example:P/", "http://mapped.example:P/",
            "http://metadata.google.internal/computeMetadata/v1/", "http://user:word@127.0.0.1:P/",
            "http://press.example@127.0.0.1:P/", "http://press.example:80@127.0.0.1:P/", "http://127.0.0.1:P\\@press.example/",
            "http:\\\\127.0.0.1:P\\", "http:///127.0.0.1:P/", "http:127.0.0.1:P", "//127.0.0.1:P/", "http://127。0。0。1:P/",
            "http://①②⑦.⓪.⓪.①:P/", "http://%31%32%37.0.0.1:P/", "http://127.0.0.1%2f@press.example:P/", "http://inside:P/",
            "https://127.0.0.1:P/", "ftp://127.0.0.1:P/", "gopher://127.0.0.1:P/_x", "file:///etc/passwd",
            "jar:http://127.0.0.1:P/!/",
            "data:text/plain,x", "javascript:1", "ws://127.0.0.1:P/", "http://press.example:22/", "http://press.example:99999/",
            "http://press.example\r\nHost: 127.0.0.1:P/", "http://press.example/ HTTP/1.1", " http://127.0.0.1:P/", "http://" })
    void nothingInsideIsReached(String hostile) throws InterruptedException {
        String url = hostile.replace("P", String.valueOf(Web.trapPort()));
        String source = source();

        Response direct = as(ANALYST).body("{\"url\": " + quoted(url) + "}").post(source + "/retrieval");

        assertThat(direct.statusCode()).as(url).isEqualTo(422);
        direct.then().spec(problemAt(422, "address_not_allowed", "/url"));
        Web.name("hop.example", Web.PUBLIC);
        String redirect = "http://hop.example/to?u=" + URLEncoder.encode(url, StandardCharsets.UTF_8);
        assertThat(fetch(source, redirect).statusCode()).as(redirect).isEqualTo(422);
        assertThat(direct.asString()).doesNotContain("127.0.0.1");
        Thread.sleep(20);
        assertThat(Web.trapped()).isZero();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\r", "\\r").replace("\n", "\\n") + "\"";
    }

    @Test
    void aNameThatChangesItsMindChangesNothing() {
        String source = source();
        Web.name("rebinding.example", Web.PUBLIC, "127.0.0.1");

        fetch(source, "http://rebinding.example:" + Web.trapPort() + "/page?mark=" + unique()).then().statusCode(201);
        fetch(source, "http://rebinding.example:" + Web.trapPort() + "/page?mark=" + unique()).then()
                .spec(problem(422, "address_not_allowed"));
        Web.name("again.example", Web.PUBLIC, "127.0.0.1");
        fetch(source, "http://again.example:" + Web.trapPort() + "/to?u=/page").then()
                .spec(problem(422, "address_not_allowed"));
        assertThat(Web.trapped()).isZero();
    }

    /** The trap does catch whoever is let through, or the tests above would prove nothing. */
    @Test
    void theTrapWorks() throws Exception {
        int before = Web.trapped();
        new Socket("127.0.0.1", Web.trapPort()).close();
        for (int i = 0; i < 100 && Web.trapped() == before; i++) {
            Thread.sleep(10);
        }
        assertThat(Web.trapped()).isEqualTo(before + 1);
        Web.forget();
    }

    @ParameterizedTest
    @CsvSource({ "/endless", "/slow", "/loop", "/packed", "/cut", "/empty", "/missing" })
    void whatIsNoPageIsNotKept(String path) {
        String source = source();
        long began = System.nanoTime();

        fetch(source, "http://press.example" + path).then().spec(problem(422, "page_not_fetched"));

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(6));
        as(ANALYST).get(source + "/attachments").then().statusCode(200).body("items.size()", equalTo(0));
    }

    @Test
    void aHostThatIsNotThereIsSaid() {
        fetch(source(), "http://nowhere.example/").then().spec(problem(422, "page_not_fetched"));
    }

    @Test
    void onlyAnAnalystFetchesAndWithoutAnAddressTheSourcesOwn() {
        String own = create(article("With address", "\"url\": \"http://press.example/page?mark=own\"")).header("Location");
        as(Tokens.contributor("org-a")).body("{}").post(own + "/retrieval").then().spec(problem(403, "forbidden"));
        as(Tokens.contributor("org-b")).body("{}").post(own + "/retrieval").then().spec(problem(404, "not_found"));
        given().contentType("application/json").body("{}").post(own + "/retrieval").then()
                .spec(problem(401, "unauthenticated"));
        as(ANALYST).body("{}").post(own + "/retrieval").then().statusCode(201);
        as(ANALYST).body("{}").post(source() + "/retrieval").then().spec(problemAt(422, "nothing_to_fetch", "/url"));
    }
}
