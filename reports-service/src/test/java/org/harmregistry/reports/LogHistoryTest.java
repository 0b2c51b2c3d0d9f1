package org.harmregistry.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import org.bson.Document;
import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.testing.Problems;
import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.reports.log.PlainLog;
import org.harmregistry.reports.log.domain.LeafQueue;
import org.harmregistry.reports.log.domain.LogCondition;
import org.harmregistry.reports.log.domain.LogEpochs;
import org.harmregistry.reports.log.domain.LogHeads;
import org.harmregistry.reports.log.domain.LogIntegration;
import org.harmregistry.reports.log.domain.LogKeys;
import org.harmregistry.reports.log.domain.LogStep;
import org.harmregistry.reports.log.domain.LogTree;
import org.harmregistry.reports.log.domain.Witness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;

import io.smallrye.mutiny.Uni;

/** Never two histories: not by dying anywhere, not by two replicas, not by restoring either database. */
@ServiceTest
class LogHistoryTest {

    private static String edition;

    @Inject
    MongoClient mongo;

    @BeforeEach
    void publishOnce() {
        if (edition == null) {
            edition = LogScene.published();
        }
        LogScene.settled();
    }

    /** Dies before or after any call to either database, as if the process had been killed there. */
    @Test
    void goesOnWithOneHistoryWhereverItDies() {
        Random random = new Random(811);
        Seen seen = new Seen();
        int died = 0;
        for (int round = 0; round < 120; round++) {
            LogScene.queue(random.nextInt(3));
            int fatal = random.nextInt(24);
            LogStep dying = stepping(new Deaths(fatal, random.nextBoolean()));
            try {
                LogScene.await(dying::run);
            } catch (RuntimeException e) {
                died++;
            }
            seen.look();
        }
        LogScene.settled();
        seen.look();
        assertThat(died).isGreaterThan(40);
        assertThat(seen.heads).hasSizeGreaterThan(20);
        seen.areOneHistory();
    }

    @Test
    void staysOneHistoryWithTwoReplicas() throws Exception {
        Seen seen = new Seen();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 25; round++) {
                LogScene.queue(2);
                CompletableFuture<LogCondition> one = CompletableFuture.supplyAsync(LogScene::step, threads);
                CompletableFuture<LogCondition> other = CompletableFuture.supplyAsync(LogScene::step, threads);
                LogScene.queue(1);
                assertThat(List.of(one.get(), other.get())).containsOnly(LogCondition.RUNNING);
                seen.look();
            }
        } finally {
            threads.shutdown();
        }
        LogScene.settled();
        seen.look();
        seen.areOneHistory();
    }

    @Test
    void noticesAnOlderRegister() {
        LogScene.Head before = LogScene.settled();
        LogScene.queue(5);
        LogScene.Head last = LogScene.settled();
        assertThat(last.size()).isEqualTo(before.size() + 5);
        setBackRegister(last, before.size());

        assertThat(LogScene.step()).isEqualTo(LogCondition.REGISTER_BEHIND);
        LogScene.queue(9);
        assertThat(LogScene.step()).as("what came since is not appended to the older state")
                .isEqualTo(LogCondition.REGISTER_BEHIND);
        given().get("/api/v1/log").then().body("condition", equalTo("register_behind")).body("pending", equalTo(9));
        assertThat(LogScene.head().size()).isEqualTo(before.size());
        beginsAnew(last);
    }

    @Test
    void noticesARegisterThatWentAnotherWay() {
        LogScene.Head last = LogScene.settled();
        setBackRegister(last, last.size() - 1);
        String epoch = last.origin().substring(last.origin().lastIndexOf('/') + 1);
        ReportsScene.sql("with leaf as (insert into log_leaf (edition_id, kind, content, queued_at) values ('" + edition
                + "', 'replied', '{}', now()) returning id) insert into log_entry (epoch, position, leaf_id) select '"
                + epoch
                + "', " + (last.size() - 1) + ", id from leaf");
        ReportsScene.sql("insert into log_node (epoch, level, position, hash) values ('" + epoch + "', 0, " + (last.size() - 1)
                + ", sha256('\\x007b7d'))");
        assertThat(LogScene.step()).isEqualTo(LogCondition.REGISTER_DIFFERS);
        beginsAnew(last);
    }

    @Test
    void noticesAChangedHashAtTheEdgeOfTheTree() {
        LogScene.Head last = LogScene.settled();
        if (last.size() % 256 == 0) {
            // A tree of whole tiles has no such edge.
            LogScene.queue(1);
            last = LogScene.settled();
        }
        String epoch = last.origin().substring(last.origin().lastIndexOf('/') + 1);
        String flip = "update log_node set hash = set_byte(hash, 7, get_byte(hash, 7) # 1) where epoch = '" + epoch
                + "' and level = 0 and position = ";
        // What lies behind the edge is found by going through the whole log.
        for (long position : new long[] { (last.size() - 1) / 256 * 256, last.size() - 1 }) {
            ReportsScene.sql(flip + position);
            assertThat(LogScene.step()).isEqualTo(LogCondition.REGISTER_DIFFERS);
            ReportsScene.sql(flip + position);
            assertThat(LogScene.step()).isEqualTo(LogCondition.RUNNING);
        }
    }

    @Test
    void noticesAnOlderOrMissingArchive() {
        LogScene.Head before = LogScene.settled();
        Document old = memory().find(Filters.eq("origin", before.origin())).first();
        LogScene.queue(1);
        LogScene.settled();
        Document now = memory().find(Filters.eq("origin", before.origin())).first();
        memory().replaceOne(Filters.eq("_id", old.get("_id")), old);
        assertThat(LogScene.step()).isEqualTo(LogCondition.WITNESS_BEHIND);
        memory().deleteOne(Filters.eq("_id", old.get("_id")));
        assertThat(LogScene.step()).isEqualTo(LogCondition.WITNESS_MISSING);
        memory().insertOne(new Document(now).append("successor", "00000000"));
        assertThat(LogScene.step()).isEqualTo(LogCondition.EPOCH_ENDED);
        memory().replaceOne(Filters.eq("_id", old.get("_id")), now);
        assertThat(LogScene.step()).isEqualTo(LogCondition.RUNNING);
    }

    @Test
    void endsAnEpochThatTheArchiveHasForgotten() {
        LogScene.Head last = LogScene.settled();
        memory().deleteOne(Filters.eq("origin", last.origin()));
        assertThat(LogScene.step()).isEqualTo(LogCondition.WITNESS_MISSING);
        beginsAnew(last);
        assertThat(memory().find(Filters.eq("origin", last.origin())).first().getString("successor")).isNotNull();
    }

    @Test
    void beginsNoEpochWithoutNeedOrRight() {
        String body = "{\"reason\": \"The register was restored.\"}";
        given().contentType("application/json").body(body).post("/api/v1/log/epochs").then().statusCode(401);
        given().auth().oauth2(Tokens.publisher()).contentType("application/json").body(body).post("/api/v1/log/epochs").then()
                .spec(Problems.problem(403, "forbidden"));
        given().auth().oauth2(Tokens.admin()).contentType("application/json").body(body).post("/api/v1/log/epochs").then()
                .spec(Problems.problem(409, "log_intact"));
        given().auth().oauth2(Tokens.admin()).contentType("application/json").body("{\"reason\": \" \"}")
                .post("/api/v1/log/epochs").then().spec(Problems.problem(400, "missing_field"));
    }

    /** An operator's act ends the old epoch in the open, and the new one begins with the head where it ended. */
    private void beginsAnew(LogScene.Head ended) {
        String kept = given().get(ended.prefix() + "/checkpoint").asString();
        given().auth().oauth2(Tokens.admin()).contentType("application/json")
                .body("{\"reason\": \"The register was restored from the backup of the night.\"}").post("/api/v1/log/epochs")
                .then().statusCode(201);
        LogScene.Head fresh = LogScene.settled();
        assertThat(fresh.origin()).isNotEqualTo(ended.origin());
        List<byte[]> leaves = LogScene.leaves(fresh);
        assertThat(PlainLog.root(leaves)).isEqualTo(fresh.root());
        assertThat(leaves.stream().map(String::new)).anyMatch(leaf -> leaf.contains("\"kind\":\"epoch\"")
                && leaf.contains(ended.origin()) && leaf.contains("\"size\":" + ended.size()));
        assertThat(given().get(ended.prefix() + "/checkpoint").asString()).isEqualTo(kept);
        given().get("/api/v1/editions/" + edition + "/verification").then().statusCode(200)
                .body("log[0].origin", equalTo(fresh.origin()));
    }

    private static void setBackRegister(LogScene.Head last, long size) {
        String epoch = "epoch = '" + last.origin().substring(last.origin().lastIndexOf('/') + 1) + "'";
        ReportsScene.sql("delete from log_checkpoint where " + epoch + " and size > " + size);
        ReportsScene.sql("delete from log_node where " + epoch + " and (position + 1) * 256 ^ level > " + size);
        ReportsScene.sql("delete from log_entry where " + epoch + " and position >= " + size);
    }

    private MongoCollection<Document> memory() {
        return mongo.getDatabase("reports").getCollection("log_head");
    }

    private LogStep stepping(Deaths deaths) {
        UnitOfWork unitOfWork = LogScene.bean(UnitOfWork.class);
        LogHeads heads = deaths.on(LogHeads.class);
        LogTree tree = deaths.on(LogTree.class);
        LeafQueue queue = deaths.on(LeafQueue.class);
        return new LogStep(unitOfWork, heads, tree, deaths.on(Witness.class),
                new LogIntegration(unitOfWork, heads, tree, queue), LogScene.bean(LogEpochs.class),
                LogScene.bean(LogKeys.class),
                LogScene.bean(Clock.class));
    }

    /** Lets the call of a number fail, before or after it was done. */
    private static final class Deaths {

        private final int fatal;
        private final boolean after;
        private int calls;

        Deaths(int fatal, boolean after) {
            this.fatal = fatal;
            this.after = after;
        }

        <T> T on(Class<T> port) {
            T real = LogScene.bean(port);
            return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] { port }, (proxy, method, words) -> {
                boolean last = calls++ == fatal;
                if (last && !after) {
                    throw new IllegalStateException("killed before " + method.getName());
                }
                try {
                    Object answer = method.invoke(real, words);
                    return last && answer instanceof Uni<?> uni
                            ? uni.onItem().failWith(() -> new IllegalStateException("killed after " + method.getName()))
                            : answer;
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            }));
        }
    }

    /** Everything that an outsider ever saw. */
    private static final class Seen {

        private final List<LogScene.Head> heads = new ArrayList<>();

        void look() {
            LogScene.Head head = LogScene.head();
            if (heads.isEmpty() || heads.get(heads.size() - 1).size() != head.size()) {
                heads.add(head);
            } else {
                assertThat(head.root()).isEqualTo(heads.get(heads.size() - 1).root());
            }
        }

        /** Each is the beginning of the last: its root is that of the first leaves of the whole. */
        void areOneHistory() {
            List<byte[]> leaves = LogScene.leaves(heads.get(heads.size() - 1));
            for (LogScene.Head head : heads) {
                assertThat(head.root()).isEqualTo(PlainLog.root(leaves.subList(0, (int) head.size())));
            }
        }
    }
}
