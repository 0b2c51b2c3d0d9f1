package org.harmregistry.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * A publication that very many asked to be told of. How fast they are told is measured by the benchmark, on a machine at rest.
 */
@ServiceTest
class ManyWebhooksTest {

    private static final Logger LOG = Logger.getLogger(ManyWebhooksTest.class);
    private static final int MANY = 1_000;

    @Test
    void aThousandAreToldOnceEach() {
        String slug = ReportsScene.slug();
        String path = "/many/" + UUID.randomUUID();
        String first = TellingScene.webhook(slug, Receivers.url(path + "/0")).replaceAll(".*/", "");
        ReportsScene.sql("insert into subscription (id, channel, url, reports, occasions, language, paused, confirmed,"
                + " secret_key, secret_generation, created_by, organisation, version, recorded_at, updated_at)"
                + " select gen_random_uuid(), channel, replace(url, '" + path + "/0', '" + path
                + "/' || i), reports, occasions,"
                + " language, paused, confirmed, secret_key, secret_generation, created_by, organisation, version, recorded_at,"
                + " updated_at from subscription, generate_series(1, " + (MANY - 1) + ") i where id = '" + first + "'");
        ReportsScene.neighbours("world=river");
        TellingScene.publish(slug);
        assertThat(ReportsScene.count("select count(*) from delivery d join subscription s on s.id = d.subscription_id"
                + " where s.reports = '" + slug + "' and d.status = 'waiting'")).isEqualTo(MANY);

        long began = System.nanoTime();
        TellingScene.tell();
        Duration took = Duration.ofNanos(System.nanoTime() - began);

        LOG.infof("%d webhooks were sent and written down in %d ms", MANY, took.toMillis());
        assertThat(Receivers.below(path + "/")).isEqualTo(MANY);
        assertThat(ReportsScene.count("select count(*) from delivery d join subscription s on s.id = d.subscription_id"
                + " where s.reports = '" + slug + "' and d.status = 'delivered'")).isEqualTo(MANY);
        // One after the other, with only 10 ms for each and a busy machine, would take longer.
        assertThat(took).isLessThan(Duration.ofSeconds(40));
        ReportsScene.sql("delete from subscription where reports = '" + slug + "'");
    }
}
