package org.harmregistry.sources.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harmregistry.sources.custody.ChainWriting.behindTheBack;
import static org.harmregistry.sources.testing.Requests.SOURCES;
import static org.harmregistry.sources.testing.Requests.article;
import static org.harmregistry.sources.testing.Requests.as;
import static org.harmregistry.sources.testing.Requests.create;
import static org.harmregistry.sources.testing.Requests.idOf;
import static org.harmregistry.sources.testing.Requests.unique;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import jakarta.inject.Inject;

import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.custody.Tampering.Damage;
import org.harmregistry.sources.custody.domain.CustodyCheckpoints;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;

/** What a superuser of the database does to chains is found, and said where; what nobody touched is never said to be broken. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class TamperedChainTest {

    private static final int CHAINS = 20;
    /** A thousand with {@code -Dregistry.custody.damages=1000}; each build does fewer. */
    private static final int DAMAGES = Integer.getInteger("registry.custody.damages", 150);
    private static final long SEED = Long.getLong("custody.seed", 20260425L);

    @Inject
    ChainWriting writing;
    @Inject
    CustodyCheckpoints checkpoints;

    private final Random random = new Random(SEED);
    private final List<UUID> sources = new ArrayList<>();
    private final Map<UUID, List<Integer>> marks = new HashMap<>();
    private final Map<UUID, Integer> lengths = new HashMap<>();

    @BeforeEach
    void growChains() throws Throwable {
        behindTheBack("alter table custody_entry drop constraint custody_entry_previous_ck",
                "create table head_then as select * from custody_head where false");
        String token = Tokens.analyst();
        for (int i = 0; i < CHAINS; i++) {
            UUID source = UUID.fromString(idOf(create(article("Grown " + unique())).header("Location")));
            sources.add(source);
            rememberHead(source);
        }
        for (int round = 0; round < 12; round++) {
            for (UUID source : sources) {
                if (round < 2 || random.nextInt(3) > 0) {
                    writing.append(random, source);
                    lengths.merge(source, 1, (length, one) -> (length == null ? 1 : length) + one);
                }
                rememberHead(source);
            }
            if (round % 4 == 3) {
                VertxContextSupport.subscribeAndAwait(checkpoints::keep);
                sources.forEach(source -> marks.computeIfAbsent(source, key -> new ArrayList<>()).add(lengths.get(source) + 1));
            }
        }
        lengths.replaceAll((source, appended) -> appended + 1);
        behindTheBack("create table entry_then as select * from custody_entry");
        assertThat(as(token).get(SOURCES).statusCode()).isEqualTo(200);
    }

    private static void rememberHead(UUID source) {
        behindTheBack("insert into head_then select * from custody_head where source_id = '" + source + "'");
    }

    @AfterEach
    void clean() {
        behindTheBack("drop table head_then", "drop table entry_then",
                "alter table custody_entry add constraint custody_entry_previous_ck check ((sequence = 1) = (previous is null))");
    }

    @Test
    void everyDamageIsFoundAtItsPlace() {
        assertAllIntact();
        Map<String, Integer> found = new HashMap<>();
        for (int i = 0; i < DAMAGES; i++) {
            UUID source = sources.get(random.nextInt(CHAINS));
            UUID other = sources.stream().filter(each -> !each.equals(source)).skip(random.nextInt(CHAINS - 1)).findFirst()
                    .orElseThrow();
            Tampering tampering = new Tampering(random, source, other, lengths.get(source), lengths.get(other),
                    marks.get(source));
            Damage damage = tampering.any(() -> writing.append(random, source));

            JsonPath verification = verificationOf(source);
            assertThat(verification.getString("state")).as("damage %d of seed %d: %s", i, SEED, damage).isEqualTo("broken");
            assertThat(verification.getLong("firstWrong")).as("damage %d of seed %d: %s", i, SEED, damage)
                    .isEqualTo(damage.place());
            assertThat(verification.getString("flaw")).as("damage %d of seed %d: %s", i, SEED, damage).isEqualTo(damage.flaw());
            found.merge(damage.flaw(), 1, Integer::sum);
            tampering.mend();
            if (i % 10 == 0) {
                assertThat(verificationOf(source).getString("state")).as("mended after %s", damage).isEqualTo("intact");
            }
        }
        assertAllIntact();
        assertThat(found.keySet()).contains("changed", "removed", "inserted", "swapped", "truncated", "head_missing",
                "head_changed", "checkpoint_mismatch", "checkpoint_changed");
    }

    private void assertAllIntact() {
        for (UUID source : sources) {
            JsonPath verification = verificationOf(source);
            assertThat(verification.getString("state")).isEqualTo("intact");
            assertThat(verification.getString("checkpoint")).isEqualTo("matched");
            assertThat(verification.getInt("to")).isEqualTo(lengths.get(source));
            assertThat(verification.getObject("firstWrong", Object.class)).isNull();
        }
    }

    private static JsonPath verificationOf(UUID source) {
        return as(Tokens.analyst()).get(SOURCES + "/" + source + "/custody?limit=1").then().statusCode(200).extract().jsonPath()
                .setRootPath("verification");
    }
}
