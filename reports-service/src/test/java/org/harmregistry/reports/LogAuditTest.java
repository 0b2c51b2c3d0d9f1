package org.harmregistry.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.harmregistry.kit.testing.Problems;
import org.harmregistry.reports.log.domain.LogAudit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever the owner of the tables alters is found, and at which place it begins. */
@ServiceTest
class LogAuditTest {

    private static final int LEAVES = 300;
    private static LogScene.Head head;
    private String epoch;

    /** A damage, and what takes it back. */
    private record Damage(String done, String undone) {
    }

    @BeforeEach
    void grow() {
        while (LogScene.settled().size() < LEAVES) {
            LogScene.queue(37);
        }
        head = LogScene.head();
        epoch = head.origin().substring(head.origin().lastIndexOf('/') + 1);
    }

    @Test
    void findsNothingWhereNothingWasAltered() {
        for (int round = 0; round < 5; round++) {
            LogAudit.Finding found = audit();
            assertThat(found.firstWrong()).isNull();
            assertThat(found.size()).isEqualTo(head.size());
        }
        given().get("/api/v1/log").then().body("audit.size", equalTo((int) head.size())).body("audit.firstWrong",
                equalTo(null));
    }

    @Test
    void findsWhereALeafWasAltered() {
        Random random = new Random(4);
        for (int place : places(random)) {
            String leaf = "(select leaf_id from log_entry where epoch = '" + epoch + "' and position = " + place + ")";
            String flip = "update log_leaf set content = set_byte(content, 1, get_byte(content, 1) # 1) where id = " + leaf;
            found(place, new Damage(flip, flip));
        }
    }

    @Test
    void findsWhereAHashWasAltered() {
        Random random = new Random(5);
        for (int place : places(random)) {
            found(place, flip(0, place, random.nextInt(32)));
        }
        found(0, flip(1, 0, 3));
    }

    @Test
    void findsWhereTwoPlacesWereSwapped() {
        Random random = new Random(6);
        for (int round = 0; round < 10; round++) {
            int first = random.nextInt(LEAVES - 1);
            int second = first + 1 + random.nextInt(LEAVES - 1 - first);
            String swap = "alter table log_entry drop constraint"
                    + " log_entry_position_ck; update log_entry set position = -1 where epoch = '" + epoch + "' and position = "
                    + first + "; update log_entry set position = " + first + " where epoch = '" + epoch + "' and position = "
                    + second + "; update log_entry set position = " + second + " where epoch = '" + epoch
                    + "' and position = -1; alter table log_entry add constraint log_entry_position_ck check (position >= 0)";
            found(first, new Damage(swap, swap));
        }
    }

    @Test
    void findsWhereAPlaceWasEmptied() {
        Random random = new Random(7);
        ReportsScene.sql("create table kept as select * from log_entry where epoch = '" + epoch + "'");
        try {
            for (int place : places(random)) {
                found(place, new Damage("delete from log_entry where epoch = '" + epoch + "' and position = " + place,
                        "insert into log_entry select * from kept where position = " + place));
            }
        } finally {
            ReportsScene.sql("drop table kept");
        }
    }

    /** Leaf and hash together: the tree is sound in itself, and not the one that was signed. */
    @Test
    void findsALeafThatWasAlteredWithItsHash() {
        int place = LEAVES / 2;
        String leaf = "(select leaf_id from log_entry where epoch = '" + epoch + "' and position = " + place + ")";
        String flip = "update log_leaf set content = set_byte(content, 1, get_byte(content, 1) # 1) where id = " + leaf
                + "; update log_node set hash = sha256('\\x00' || (select content from log_leaf where id = " + leaf
                + ")) where epoch = '" + epoch + "' and level = 0 and position = " + place;
        ReportsScene.sql(flip);
        try {
            assertThat(audit().firstWrong()).isNotNull().isLessThanOrEqualTo(place);
        } finally {
            ReportsScene.sql(flip);
        }
        assertThat(audit().firstWrong()).isNull();
    }

    @Test
    void showsNoLeafThatIsNotTheOneThatWasHashed() {
        String flip = "update log_leaf set content = set_byte(content, 1, get_byte(content, 1) # 1) where id ="
                + " (select leaf_id from log_entry where epoch = '" + epoch + "' and position = 5)";
        ReportsScene.sql(flip);
        given().get("/api/v1/log/tile/entries/000").then().spec(Problems.problem(500, "log_damaged"));
        ReportsScene.sql(flip);
        given().get("/api/v1/log/tile/entries/000").then().statusCode(200);
    }

    private Damage flip(int level, int place, int at) {
        String flip = "update log_node set hash = set_byte(hash, " + at + ", get_byte(hash, " + at + ") # 4) where epoch = '"
                + epoch + "' and level = " + level + " and position = " + place;
        return new Damage(flip, flip);
    }

    private static void found(int place, Damage damage) {
        ReportsScene.sql(damage.done());
        try {
            assertThat(audit().firstWrong()).as(damage.done()).isEqualTo(place);
        } finally {
            ReportsScene.sql(damage.undone());
        }
    }

    private static LogAudit.Finding audit() {
        return LogScene.await(LogScene.bean(LogAudit.class)::run);
    }

    private static List<Integer> places(Random random) {
        List<Integer> places = new ArrayList<>(List.of(0, 255, 256, LEAVES - 1));
        random.ints(12, 0, LEAVES).forEach(places::add);
        Collections.shuffle(places, random);
        return places;
    }
}
