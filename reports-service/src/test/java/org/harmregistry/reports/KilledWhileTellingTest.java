package org.harmregistry.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.reports.delivery.domain.Attempt;
import org.harmregistry.reports.delivery.domain.Deliveries;
import org.harmregistry.reports.delivery.domain.Due;
import org.harmregistry.reports.delivery.domain.Sending;
import org.harmregistry.reports.subscription.domain.Channel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.arc.Arc;

/**
 * A replica that dies while it tells: what it had claimed is told by another, never lost, and known by its id if it came twice.
 */
@ServiceTest
class KilledWhileTellingTest {

    private final String slug = ReportsScene.slug();
    private final String path = "/killed/" + UUID.randomUUID();
    private final UUID token = UUID.randomUUID();

    @AfterEach
    void leaveNothing() {
        ReportsScene.sql("update subscription set paused = true where reports = '" + slug + "'");
    }

    private String waiting() {
        String subscription = TellingScene.webhook(slug, Receivers.url(path));
        TellingScene.post(TellingScene.OWNER, subscription + "/test", "").statusCode(201);
        return subscription;
    }

    /** What another replica does before it dies: it claims what is due, as its run would. */
    private Due claimed(String subscription) {
        List<Due> due = LogScene.await(() -> LogScene.bean(UnitOfWork.class).run(session -> deliveries().claim(session,
                new Deliveries.Wanted(token, false, 1_000, 8, Duration.ofMinutes(1)))));
        ReportsScene.sql("update delivery set claimed_by = null, claimed_until = null where claimed_by = '" + token
                + "' and subscription_id <> '" + id(subscription) + "'");
        return due.stream().filter(one -> one.subscription().toString().equals(id(subscription))).findFirst().orElseThrow();
    }

    private Attempt sent(Due due) {
        Sending webhooks = Arc.container().select(Sending.class).stream().filter(one -> one.channel() == Channel.WEBHOOK)
                .findFirst().orElseThrow();
        return LogScene.await(() -> webhooks.send(due));
    }

    private static Deliveries deliveries() {
        return LogScene.bean(Deliveries.class);
    }

    private void lapse() {
        assertThat(ReportsScene.sql("update delivery set claimed_until = now() - interval '1 second' where claimed_by = '"
                + token + "'")).isEqualTo(1);
    }

    private static String id(String subscription) {
        return subscription.replaceAll(".*/", "");
    }

    @Test
    void whatWasSentAndNotWrittenDownIsSentAgainUnderTheSameId() {
        String subscription = waiting();
        Due due = claimed(subscription);
        Attempt attempt = sent(due);
        assertThat(Receivers.at(path)).hasSize(1);
        TellingScene.tell();
        assertThat(Receivers.at(path)).as("nobody else sends while the lease holds").hasSize(1);

        lapse();
        TellingScene.tell();
        assertThat(Receivers.at(path)).hasSize(2);
        assertThat(Receivers.at(path).get(1).headers().get("webhook-id"))
                .isEqualTo(Receivers.at(path).get(0).headers().get("webhook-id"))
                .isEqualTo(TellingScene.deliveries(subscription).getString("items[0].id"));
        assertThat(Receivers.at(path).get(1).body()).isEqualTo(Receivers.at(path).get(0).body());
        assertThat(TellingScene.deliveries(subscription).getList("items[0].attempts.outcome")).isEqualTo(List.of("delivered"));

        // It was not dead but slow: what it writes down now changes nothing.
        LogScene.await(() -> LogScene.bean(UnitOfWork.class).run(session -> deliveries().record(session, token,
                List.of(new Deliveries.Result(due, attempt, null)), Duration.ofHours(1))));
        assertThat(TellingScene.deliveries(subscription).getList("items[0].attempts")).hasSize(1);
        TellingScene.tell();
        assertThat(Receivers.at(path)).hasSize(2);
    }

    @Test
    void whatWasClaimedAndNeverSentIsNotLost() {
        String subscription = waiting();
        claimed(subscription);
        TellingScene.tell();
        assertThat(Receivers.at(path)).isEmpty();
        assertThat(TellingScene.deliveries(subscription).getString("items[0].status")).isEqualTo("waiting");
        lapse();
        TellingScene.tell();
        assertThat(Receivers.at(path)).hasSize(1);
        assertThat(TellingScene.deliveries(subscription).getString("items[0].status")).isEqualTo("delivered");
    }
}
