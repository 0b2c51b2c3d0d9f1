package org.harmregistry.sources.duplicate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;
import static org.harmregistry.sources.testing.Examiner.attached;
import static org.harmregistry.sources.testing.Examiner.examine;
import static org.harmregistry.sources.testing.Requests.article;
import static org.harmregistry.sources.testing.Requests.as;
import static org.harmregistry.sources.testing.Requests.create;
import static org.harmregistry.sources.testing.Requests.createPublic;
import static org.harmregistry.sources.testing.Requests.idOf;
import static org.harmregistry.sources.testing.Requests.patch;
import static org.harmregistry.sources.testing.Requests.unique;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Sources that are alike in more than their canonical key are named to each other, and people have the last word. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class LikenessTest {

    private static final String OWN = Tokens.contributor("org-a");
    private static final String ANALYST = Tokens.analyst();

    /** Waits until all sources are compared. */
    private static void compared() throws SQLException, InterruptedException {
        for (int i = 0; i < 150; i++) {
            try (Connection owner = PostgresResource.asOwner();
                    ResultSet left = owner.createStatement().executeQuery("select count(*) from source_to_compare")) {
                left.next();
                if (left.getInt(1) == 0) {
                    return;
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("sources still wait to be compared");
    }

    private static String text(String... words) {
        return "\"texts\": [{\"language\": \"en\", \"text\": \"" + String.join(" ", words) + "\"}]";
    }

    /** A text that is like no other test's: most of its words are made of the mark. */
    private static String words(String mark) {
        String own = IntStream.range(0, 14).mapToObj(i -> UUID.nameUUIDFromBytes((mark + i).getBytes(StandardCharsets.UTF_8)))
                .map(UUID::toString).collect(Collectors.joining(" near "));
        return "Aircraft struck the market of " + own + ". Families searched there until the evening of the same day.";
    }

    private static Response duplicates(String source, String token) {
        return (token == null ? given() : as(token)).get(source + "/duplicates");
    }

    @Test
    void aTextThatIsMuchTheSameIsNamedWithItsScore() throws Exception {
        String mark = unique();
        String first = create(article("One", text(words(mark)))).header("Location");
        String second = create(article("Two", text("Agency A:", words(mark).replace("until the evening", "for hours"))))
                .header("Location");
        String same = create(article("Three", text(words(mark)))).header("Location");
        create(article("Four", text("The council of", mark, "met on Tuesday to speak of the repair of the water line, which was"
                + " damaged in the winter. Work will begin as soon as pipes can be brought from the coast.")));
        compared();

        Response found = duplicates(first, OWN);

        found.then().statusCode(200).body("items.source", contains(idOf(same), idOf(second)))
                .body("items[0].score", equalTo(1.0f)).body("items[0].reason", equalTo("same_text"))
                .body("items[0].reasons.reason", hasItems("same_text", "similar_text"))
                .body("items[1].reason", equalTo("similar_text")).body("page.size", equalTo(2));
        assertThat(found.jsonPath().getDouble("items[1].score")).isBetween(0.5, 0.99);
    }

    @Test
    void anotherAddressOfThePageAndATitleThatIsMuchTheSameAreNamed() throws Exception {
        String page = unique();
        String title = "Families search for the missing after a strike on " + page;
        String first = create(article(title, "\"url\": \"https://www.example.org/" + page + "\"")).header("Location");
        String second = create(
                article("  " + title.toUpperCase() + "!", "\"url\": \"https://web.archive.org/web/20170702/http://m"
                        + ".example.org/" + page + "/\""))
                .header("Location");
        compared();

        duplicates(first, OWN).then().body("items.source", contains(idOf(second)))
                .body("items[0].reasons.reason", contains("similar_title", "same_address"));
    }

    @Test
    void whatTheReaderMayNotSeeIsNeitherNamedNorCounted() throws Exception {
        String mark = unique();
        String shown = createPublic(article("Shown", text(words(mark))));
        String draft = create(article("A draft", text(words(mark)))).header("Location");
        compared();

        duplicates(shown, null).then().body("items", empty()).body("page.size", equalTo(0));
        duplicates(shown, Tokens.contributor("org-b")).then().body("items", empty());
        duplicates(shown, OWN).then().body("items.source", contains(idOf(draft)));
        duplicates(draft, null).then().spec(problem(404, "not_found"));
    }

    @Test
    void aPairThatWasDismissedIsNotNamedUntilOneOfThemChanges() throws Exception {
        String mark = unique();
        String first = create(article("One", text(words(mark)))).header("Location");
        String second = create(article("Two", text(words(mark)))).header("Location");
        compared();
        String decision = first + "/duplicates/" + idOf(second) + "/decision";
        String dismissed = "{\"verdict\": \"dismissed\", \"reason\": \"two offices printed one statement\"}";

        as(ANALYST).body(dismissed).post(decision).then().statusCode(200).body("verdict", equalTo("dismissed"))
                .body("reason", equalTo("two offices printed one statement"));

        duplicates(first, OWN).then().body("items", empty());
        duplicates(second, OWN).then().body("items", empty());
        patch(second, OWN, "\"1.own\"", "{\"language\": \"en\"}").then().statusCode(200);
        compared();
        duplicates(first, OWN).then().body("items", empty());
        patch(second, OWN, "\"2.own\"", "{\"title\": \"Another title by now\"}").then().statusCode(200);
        compared();
        duplicates(first, ANALYST).then().body("items.source", contains(idOf(second)))
                .body("items[0].decision.verdict", equalTo("dismissed"));
    }

    @Test
    void aPairThatWasConfirmedStaysNamedAndBothStay() throws Exception {
        String first = create(article("Paper one")).header("Location");
        String second = create(article("Another paper")).header("Location");
        String decision = second + "/duplicates/" + idOf(first) + "/decision";
        String key = unique();
        for (int i = 0; i < 2; i++) {
            as(ANALYST).header("Idempotency-Key", key).body("{\"verdict\": \"confirmed\", \"reason\": \"seen side by side\"}")
                    .post(decision).then().statusCode(200);
        }

        duplicates(first, OWN).then().body("items.source", contains(idOf(second))).body("items[0].score", equalTo(1.0f))
                .body("items[0].reason", nullValue()).body("items[0].reasons", empty())
                .body("items[0].decision.verdict", equalTo("confirmed")).body("items[0].decision.reason", nullValue());
        duplicates(first, ANALYST).then().body("items[0].decision.reason", equalTo("seen side by side"));
        as(OWN).get(first).then().statusCode(200).body("version", equalTo(1));
        as(OWN).get(second).then().statusCode(200);
    }

    @Test
    void onlyAnAnalystDecidesWithAReason() {
        String first = create(article("One")).header("Location");
        String second = create(article("Two")).header("Location");
        String decision = first + "/duplicates/" + idOf(second) + "/decision";
        String body = "{\"verdict\": \"dismissed\", \"reason\": \"seen\"}";

        as(OWN).body(body).post(decision).then().spec(problem(403, "forbidden"));
        as(Tokens.contributor("org-b")).body(body).post(decision).then().spec(problem(404, "not_found"));
        as(ANALYST).body("{\"verdict\": \"dismissed\"}").post(decision).then().spec(problemAt(400, "missing_field", "/reason"));
        as(ANALYST).body("{\"reason\": \"seen\"}").post(decision).then().spec(problemAt(400, "missing_field", "/verdict"));
        as(ANALYST).body("{\"verdict\": \"maybe\", \"reason\": \"x\"}").post(decision).then()
                .spec(problemAt(400, "wrong_type", "/verdict"));
        as(ANALYST).body(body).post(first + "/duplicates/" + idOf(first) + "/decision").then()
                .spec(problem(409, "conflict_with_state"));
        as(ANALYST).body(body).post(first + "/duplicates/" + unique() + "/decision").then().spec(problem(404, "not_found"));
        given().contentType("application/json").body(body).post(decision).then().spec(problem(401, "unauthenticated"));
    }

    @Test
    void whileTheArchiveIsAwaySourcesWaitAndAreComparedAfterIt() throws Exception {
        String mark = unique();
        String first = create(article("One", text(words(mark)))).header("Location");
        String second = create(article("Two", text(words(mark)))).header("Location");
        Stores.toArchive().cut();
        try {
            Thread.sleep(2_500);
        } finally {
            Stores.toArchive().mend();
        }
        compared();

        duplicates(first, OWN).then().body("items.source", contains(idOf(second)));
    }

    @Test
    void aCopyOfAFileAndASmallerCopyOfAPictureAreNamedToWhoSeesFiles() throws Exception {
        BufferedImage picture = drawn(1);
        byte[] whole = jpeg(picture, 800, 600);
        String first = createPublic(article("With a picture"));
        String same = createPublic(article("With the same file"));
        String small = createPublic(article("With a smaller picture"));
        attached(ANALYST, first, "one.jpg", whole);
        attached(ANALYST, same, "two.jpg", whole);
        attached(ANALYST, small, "three.jpg", jpeg(picture, 320, 240));
        attached(ANALYST, createPublic(article("With another picture")), "four.jpg", jpeg(drawn(2), 800, 600));
        examine();

        duplicates(first, ANALYST).then().body("items.source", contains(idOf(same), idOf(small)))
                .body("items[0].reasons.reason", hasItems("same_file", "similar_picture"))
                .body("items[1].reason", equalTo("similar_picture"));
        duplicates(first, null).then().body("items", empty());
    }

    private static BufferedImage drawn(long seed) {
        Random random = new Random(seed);
        BufferedImage picture = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = picture.createGraphics();
        for (int i = 0; i < 20; i++) {
            brush.setColor(new Color(random.nextInt(1 << 24)));
            brush.fillOval(random.nextInt(800) - 100, random.nextInt(600) - 100, 100 + random.nextInt(300),
                    100 + random.nextInt(300));
        }
        brush.dispose();
        return picture;
    }

    private static byte[] jpeg(BufferedImage picture, int width, int height) throws IOException {
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        scaled.createGraphics().drawImage(picture.getScaledInstance(width, height, Image.SCALE_SMOOTH), 0, 0, null);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(scaled, "jpeg", bytes);
        return bytes.toByteArray();
    }
}
