package org.harmregistry.sources.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.sources.testing.Requests.SOURCES;
import static org.harmregistry.sources.testing.Requests.article;
import static org.harmregistry.sources.testing.Requests.as;
import static org.harmregistry.sources.testing.Requests.create;
import static org.harmregistry.sources.testing.Requests.idOf;
import static org.harmregistry.sources.testing.Requests.unique;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.bson.Document;
import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.custody.domain.CustodyCheckpoints;
import org.harmregistry.sources.custody.domain.RegisterCheck;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.Test;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;

/** The check of the whole register finds broken chains and checkpoints by itself, also where the source itself is gone. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class RegisterCheckTest {

    @Inject
    RegisterCheck check;
    @Inject
    CustodyCheckpoints checkpoints;

    /** Lets a round begin now, so that it sees what was done before, and go to its end. */
    private void wholeRound() throws Throwable {
        ChainWriting.behindTheBack(
                "update custody_round set source_position = '" + new UUID(0, 0) + "', checkpoint_position = 0");
        long number = ChainWriting.number("select number from custody_round");
        for (int i = 0; i < 1_000; i++) {
            if (VertxContextSupport.subscribeAndAwait(check::step).number() > number) {
                return;
            }
        }
        throw new AssertionError("a round does not end");
    }

    private static Map<String, Object> findingOn(String member, Object value) {
        List<Map<String, Object>> found = as(Tokens.admin()).get(SOURCES + "/custody-findings?limit=200").then().statusCode(200)
                .extract().path("items");
        return found.stream().filter(each -> value.equals(each.get(member))).findFirst().orElse(Map.of());
    }

    @Test
    void brokenChainsAreFoundInTheNextRound() throws Throwable {
        String whole = idOf(create(article("Whole " + unique())).header("Location"));
        String changed = idOf(create(article("Changed " + unique())).header("Location"));
        String gone = idOf(create(article("Gone " + unique())).header("Location"));
        VertxContextSupport.subscribeAndAwait(checkpoints::keep);
        ChainWriting.behindTheBack("update custody_entry set actor = 'x' where source_id = '" + changed + "'",
                "delete from custody_entry where source_id = '" + gone + "'",
                "delete from custody_head where source_id = '" + gone + "'", "delete from source where id = '" + gone + "'");

        wholeRound();

        assertThat(findingOn("source", changed)).containsEntry("firstWrong", 1).containsEntry("flaw", "changed");
        assertThat(findingOn("source", gone)).containsEntry("firstWrong", 1).containsEntry("flaw", "checkpoint_mismatch");
        assertThat(findingOn("source", whole)).isEmpty();
    }

    @Test
    void aChangedCheckpointIsFound() throws Throwable {
        create(article("Marked " + unique())).then().statusCode(201);
        VertxContextSupport.subscribeAndAwait(checkpoints::keep);
        Document newest = Stores.collection("custody_checkpoint").find().sort(Sorts.descending("_id")).first();
        int number = ((Number) newest.get("_id")).intValue();
        wholeRound();
        assertThat(findingOn("checkpoint", number)).isEmpty();

        Stores.collection("custody_checkpoint").updateOne(Filters.eq("_id", newest.get("_id")), Updates.set("chains", 99));
        wholeRound();
        Stores.collection("custody_checkpoint").replaceOne(Filters.eq("_id", newest.get("_id")), newest);

        assertThat(findingOn("checkpoint", number)).containsEntry("flaw", "checkpoint_changed");
    }

    @Test
    void onlyStaffReadsFindings() {
        as(Tokens.contributor("org-a")).get(SOURCES + "/custody-findings").then().spec(problem(403, "forbidden"));
    }
}
