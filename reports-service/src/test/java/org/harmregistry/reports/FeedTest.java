package org.harmregistry.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import org.harmregistry.kit.testing.Problems;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The public feed, read as RFC 4287 and RFC 5005 say. */
@ServiceTest
class FeedTest {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    @Test
    void tellsPublicationCorrectionAndWithdrawal() throws Exception {
        ReportsScene.neighbours("world=river");
        String slug = ReportsScene.slug();
        ReportsScene.define(slug, ReportsScene.river().replace("River gap", "<b>Gap</b> & \\u0007 \\\"why\\\""));
        assertThat(entries(feed("?report=" + slug))).isEmpty();
        ReportsScene.makeDue();
        String first = ReportsScene.edition(slug).getString("id");
        TellingScene.post(Tokens.publisher(), "/api/v1/reports/" + slug + "/editions", "{}").statusCode(201);
        ReportsScene.makeDue();
        String second = ReportsScene.edition(slug).getString("id");
        assertThat(second).isNotEqualTo(first);
        ReportsScene.decide(Tokens.publisher(), second, "withdrawal").statusCode(200);

        Document feed = feed("?report=" + slug);
        List<Element> entries = entries(feed);
        assertThat(entries).hasSize(3);
        assertThat(text(entries.get(2), "title")).contains("<b>Gap</b> & \uFFFD \"why\"").doesNotContain("Corrected");
        assertThat(text(entries.get(1), "title")).startsWith("Corrected: ");
        assertThat(text(entries.get(0), "title")).startsWith("Withdrawn: ");
        assertThat(text(entries.get(0), "summary")).contains("as the rules ask");
        assertThat(link(entries.get(2), "alternate")).endsWith("/editions/" + first);
        assertThat(link(entries.get(0), "related")).endsWith("/api/v1/editions/" + second);
        requiredByTheStandard(feed, entries);
        assertThat(text(entries(feed("?report=" + slug + "&language=ar")).get(0), "title")).startsWith("سُحب");
    }

    /** RFC 4287, 4.1.1 and 4.1.2: id, title and updated of feed and entries, one author, a link to itself; ids are unique. */
    private static void requiredByTheStandard(Document feed, List<Element> entries) {
        Element root = feed.getDocumentElement();
        assertThat(root.getNamespaceURI()).isEqualTo(ATOM);
        assertThat(root.getLocalName()).isEqualTo("feed");
        assertThat(link(root, "self")).contains("/feed.atom?report=");
        assertThat(root.getElementsByTagNameNS(ATOM, "author").getLength()).isEqualTo(1);
        List<String> ids = new ArrayList<>();
        for (Element entry : entries) {
            ids.add(text(entry, "id"));
            assertThat(text(entry, "title")).isNotBlank();
            assertThat(Instant.parse(text(entry, "updated"))).isBeforeOrEqualTo(Instant.parse(text(root, "updated")));
        }
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("urn:uuid:[0-9a-f-]{36}"));
    }

    @Test
    void goesOnPageByPageAndIsNotSentTwice() throws Exception {
        String slug = TellingScene.published();
        String edition = ReportsScene.edition(slug).getString("id");
        ReportsScene.sql("insert into announcement (occasion, edition_id, report, period_key, period_label, number, title,"
                + " announced_at) select 'edition.published', '" + edition + "', '" + slug + "', 'p', '', 2 + i, 'Title ' || i,"
                + " now() from generate_series(1, 104) i");
        List<String> ids = new ArrayList<>();
        Document page = feed("?report=" + slug);
        entries(page).forEach(entry -> ids.add(text(entry, "id")));
        for (String next = link(page.getDocumentElement(), "next"); next != null; next = link(page.getDocumentElement(),
                "next")) {
            page = feed(next.substring(next.indexOf('?')));
            entries(page).forEach(entry -> ids.add(text(entry, "id")));
        }
        assertThat(ids).hasSize(105).doesNotHaveDuplicates();
        String tag = given().get("/feed.atom?report=" + slug).then().statusCode(200).extract().header("ETag");
        given().header("If-None-Match", tag).get("/feed.atom?report=" + slug).then().statusCode(304);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        given().get("/feed.atom?report=no-such-report").then().spec(Problems.problem(404, "not_found"));
        given().get("/feed.atom?after=made-up").then().spec(Problems.problemAt(400, "invalid_cursor", "?after"));
        given().get("/feed.atom?language=xx").then().spec(Problems.problemAt(400, "invalid_parameter", "?language"));
        given().get("/feed.atom?reports=x").then().spec(Problems.problemAt(400, "unknown_parameter", "?reports"));
    }

    private static Document feed(String query) throws Exception {
        byte[] bytes = given().get("/feed.atom" + query).then().statusCode(200)
                .contentType("application/atom+xml;charset=UTF-8").extract().asByteArray();
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }

    private static List<Element> entries(Document feed) {
        NodeList found = feed.getElementsByTagNameNS(ATOM, "entry");
        List<Element> entries = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            entries.add((Element) found.item(i));
        }
        return entries;
    }

    private static String text(Element in, String name) {
        return in.getElementsByTagNameNS(ATOM, name).item(0).getTextContent();
    }

    private static String link(Element in, String relation) {
        for (var child = in.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && element.getLocalName().equals("link")
                    && element.getAttribute("rel").equals(relation)) {
                return element.getAttribute("href");
            }
        }
        return null;
    }
}
