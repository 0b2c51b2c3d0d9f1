package org.harmregistry.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.harmregistry.reports.edition.domain.EditionClaims;
import org.harmregistry.reports.edition.domain.EditionOpening;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;

/** An edition is made once, by whoever holds it, and never half. */
@ServiceTest
class EditionMakingTest {

    @Inject
    EditionClaims claims;
    @Inject
    EditionOpening opening;

    @BeforeEach
    void nothingElseIsDue() {
        ReportsScene.neighbours("world=raqqa");
        ReportsScene.makeDue();
        ReportsScene.sql("update edition set next_attempt_at = now() + interval '1 hour' where status = 'draft'");
    }

    @Test
    void twoClaimersNeverHoldTheSame() throws Throwable {
        ReportsScene.define(ReportsScene.slug(), ReportsScene.casualties("coalition", "2018-06"));
        VertxContextSupport.subscribeAndAwait(opening::openDue);
        VertxContextSupport.subscribeAndAwait(opening::openDue);

        List<EditionClaims.Claim> won = IntStream.range(0, 8).parallel().mapToObj(i -> next()).filter(Objects::nonNull)
                .toList();
        assertThat(won).hasSize(1);

        ReportsScene.sql("update edition set claimed_until = now() - interval '1 second' where claimed_by = '"
                + won.get(0).token() + "'");
        EditionClaims.Claim taken = next();
        assertThat(taken.edition()).isEqualTo(won.get(0).edition());
        assertThat(taken.token()).isNotEqualTo(won.get(0).token());
    }

    @Test
    void aKilledMakersEditionIsTakenOverOnce() throws Throwable {
        String slug = ReportsScene.slug();
        ReportsScene.define(slug, ReportsScene.casualties("coalition", "2018-06"));
        VertxContextSupport.subscribeAndAwait(opening::openDue);
        EditionClaims.Claim dead = next();
        ReportsScene.makeDue();
        assertThat(ReportsScene.edition(slug).getString("status")).isEqualTo("draft");

        ReportsScene.sql("update edition set claimed_until = now() where claimed_by = '" + dead.token() + "'");
        ReportsScene.makeDue();
        ReportsScene.makeDue();
        assertThat(ReportsScene.edition(slug).getString("status")).isEqualTo("published");
        assertThat(ReportsScene.edition(slug).getInt("version")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = { "away=1", "awayAfter=12" })
    void staysADraftWhileANeighbourIsAwayAndRecovers(String trouble) {
        String slug = ReportsScene.slug();
        ReportsScene.define(slug, ReportsScene.raqqa("Gap while away"));
        ReportsScene.neighbours(trouble);
        ReportsScene.makeDue();

        JsonPath waiting = ReportsScene.edition(slug);
        assertThat(waiting.getString("status")).isEqualTo("draft");
        assertThat(waiting.getString("cause.code")).isEqualTo("neighbour_unavailable");
        assertThat(waiting.getString("figures")).isNull();

        ReportsScene.neighbours("world=raqqa");
        ReportsScene.sql("update edition set next_attempt_at = now() where report = '" + slug + "'");
        recover(slug);
        JsonPath published = ReportsScene.edition(slug);
        assertThat(published.getString("status")).isEqualTo("published");
        assertThat(published.getString("cause")).isNull();
    }

    /** The circuit breaker lets calls through again only after its delay. */
    private static void recover(String slug) {
        for (int i = 0; i < 20 && !ReportsScene.edition(slug).getString("status").equals("published"); i++) {
            pause();
            ReportsScene.sql("update edition set next_attempt_at = now() where report = '" + slug + "'");
            ReportsScene.makeDue();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void beginsAFigureAgainWhenRecordsChangeMeanwhile() {
        String slug = ReportsScene.slug();
        ReportsScene.define(slug, ReportsScene.raqqa("Gap while changing"));
        ReportsScene.neighbours("world=raqqa&unsteady=2");
        ReportsScene.makeDue();
        assertThat(ReportsScene.edition(slug).getString("status")).isEqualTo("published");
    }

    @Test
    void publishesNothingWhileRecordsNeverStandStill() {
        String slug = ReportsScene.slug();
        ReportsScene.define(slug, ReportsScene.raqqa("Gap without rest"));
        ReportsScene.neighbours("world=raqqa&unsteady=100");
        ReportsScene.makeDue();
        assertThat(ReportsScene.edition(slug).getString("status")).isEqualTo("draft");
        assertThat(ReportsScene.edition(slug).getString("cause.code")).isEqualTo("records_changed");
    }

    private EditionClaims.Claim next() {
        try {
            return VertxContextSupport.subscribeAndAwait(claims::next);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
