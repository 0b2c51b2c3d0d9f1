package org.harmregistry.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

/** Every kind of page before axe-core: in English as wide as a desk's screen, in Arabic as narrow as a phone's. */
@ServiceTest
@EnabledIf(value = "org.harmregistry.reports.Browser#isThere", disabledReason = "needs Chromium")
class AccessibilityTest {

    private static final String INCIDENT = "0197f3c2-0000-7000-8000-000000000001";
    /** As few as a message has; a page that was not there at all has one or two. */
    private static final int FEWEST_RULES = 12;

    private final Map<String, String> pages = new LinkedHashMap<>();

    @Test
    void noPageKeepsAnybodyOut(@TempDir Path folder) throws Exception {
        ReportsScene.neighbours("world=valley");
        String overview = made(ReportsScene.overview("Four weeks of the valley"));
        both("overview", "/editions/" + overview);
        both("incident", "/incidents/" + INCIDENT);
        both("search", "/incidents");
        both("mended", "/incidents?from=2020-02-30&gradings=great&bbox=1");
        both("home", "/");
        both("log", "/log");
        page("missing360", "/no/such/page");
        page("problem360", "/problems/version_stale");
        ReportsScene.decide(Tokens.publisher(), overview, "withdrawal").statusCode(200);
        both("withdrawn", "/editions/" + overview);

        JsonNode results = Browser.check(pages, folder);
        assertThat(results).hasSize(pages.size()).allSatisfy(result -> {
            assertThat(result.get("faults")).as(result.get("page").textValue()).isEmpty();
            assertThat(result.get("rules").intValue()).as(result.get("page").textValue()).isGreaterThan(FEWEST_RULES);
        });
    }

    private static String made(String body) {
        String slug = ReportsScene.slug();
        return ReportsScene.made(slug, body).getString("id");
    }

    private void both(String name, String address) {
        page(name + "1280", address);
        page(name + "Arabic360", address + (address.contains("?") ? "&" : "?") + "language=ar");
    }

    private void page(String name, String address) {
        pages.put(name, given().accept("text/html").get(address).then().contentType("text/html").extract().asString());
    }
}
