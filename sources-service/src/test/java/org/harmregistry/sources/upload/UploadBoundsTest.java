package org.harmregistry.sources.upload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.notNullValue;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.sources.testing.Files.bytes;
import static org.harmregistry.sources.testing.Requests.article;
import static org.harmregistry.sources.testing.Uploads.begin;
import static org.harmregistry.sources.testing.Uploads.patch;
import static org.harmregistry.sources.testing.Uploads.tus;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.Requests;
import org.harmregistry.sources.testing.Stores;
import org.harmregistry.sources.upload.domain.UploadExpiry;
import org.junit.jupiter.api.Test;

import com.mongodb.client.model.Filters;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;

/** What is begun and never finished takes a bounded place for a bounded time. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class UploadBoundsTest {

    /** A thousand with {@code -Dregistry.uploads.begun=1000}; each build begins fewer. */
    private static final int BEGUN = Integer.getInteger("registry.uploads.begun", 260);
    private static final int TAKEN = 200;

    @Inject
    UploadExpiry expiry;

    private static String sourceOf(String token) {
        return Requests.as(token).body(article("With uploads")).post(Requests.SOURCES).then().statusCode(201).extract()
                .header("Location");
    }

    @Test
    void moreHalfOpenUploadsThanOneMayHaveAreTooMany() {
        String token = Tokens.contributor("org-of-many");
        String source = sourceOf(token);
        List<String> begun = new ArrayList<>();
        int refused = 0;
        for (int i = 0; i < BEGUN; i++) {
            Response answer = begin(token, source, 1_000, "");
            if (answer.statusCode() == 201) {
                begun.add(answer.header("Location"));
            } else {
                answer.then().spec(problem(429, "too_many_uploads")).header("Retry-After", notNullValue());
                refused++;
            }
        }
        assertThat(begun).hasSize(TAKEN);
        assertThat(refused).isEqualTo(BEGUN - TAKEN);

        String colleague = Tokens.of("contributor", "org-of-many", "colleague");
        begin(colleague, source, 1_000, "").then().statusCode(201);
        patch(token, begun.get(0), bytes(1_000), 0, 1_000).then().statusCode(204);
        tus(token).delete(begun.get(1)).then().statusCode(204);
        begin(token, source, 1_000, "").then().statusCode(201);
        begin(token, source, 1_000, "").then().statusCode(201);
        begin(token, source, 1_000, "").then().spec(problem(429, "too_many_uploads"));
    }

    @Test
    void anOrganisationHasOnlySoMuchSpaceForWhatIsUnfinished() {
        String token = Tokens.contributor("org-of-large-files");
        String source = sourceOf(token);
        int begun = 0;
        Response answer = begin(token, source, 209_715_200, "");
        while (answer.statusCode() == 201 && begun < 150) {
            begun++;
            answer = begin(token, source, 209_715_200, "");
        }
        // 20 GiB hold 102 files of 200 MiB.
        assertThat(begun).isEqualTo(102);
        answer.then().spec(problem(429, "upload_space_reserved"));
    }

    @Test
    void whatIsNotFinishedInTimeIsRemovedWithItsBytes() throws Throwable {
        String token = Tokens.contributor("org-a-week-late");
        byte[] file = bytes(600_000);
        String upload = begin(token, sourceOf(token), file.length, "").header("Location");
        patch(token, upload, file, 0, 550_000).then().statusCode(204);
        String storage;
        try (Connection owner = PostgresResource.asOwner();
                PreparedStatement late = owner.prepareStatement("update upload set expires_at = now() - interval '1 second' "
                        + "where id = ?::uuid returning storage")) {
            late.setString(1, Requests.idOf(upload));
            var row = late.executeQuery();
            assertThat(row.next()).isTrue();
            storage = row.getString(1);
        }
        assertThat(Stores.chunks().countDocuments(Filters.eq("files_id", storage))).isEqualTo(3);

        tus(token).head(upload).then().statusCode(404);
        patch(token, upload, file, 550_000, 600_000).then().spec(problem(404, "not_found"));
        VertxContextSupport.subscribeAndAwait(expiry::expire);

        assertThat(Stores.chunks().countDocuments(Filters.eq("files_id", storage))).isZero();
        assertThat(Stores.writings().countDocuments(Filters.eq("_id", storage))).isZero();
        given().auth().oauth2(token).get(upload).then().statusCode(404);
    }
}
