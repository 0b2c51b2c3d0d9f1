package org.harmregistry.reports.delivery.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

class RetryPlanTest {

    /** The example of Standard Webhooks 1.0: 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h, 24 h after the first attempt. */
    @Test
    void waitsLongerAndLonger() {
        List<String> plan = List.of("PT5S", "PT5M", "PT30M", "PT2H", "PT5H", "PT10H", "PT14H", "PT20H", "PT24H", "PT24H");
        for (int failures = 1; failures <= plan.size(); failures++) {
            Duration planned = Duration.parse(plan.get(failures - 1));
            assertThat(RetryPlan.wait(failures, null, 0)).isEqualTo(planned);
            assertThat(RetryPlan.wait(failures, null, 1)).isBetween(planned, planned.plus(planned.dividedBy(10)));
        }
    }

    /** Three days away, and nothing is lost. */
    @Test
    void goesOnForLongerThanThreeDays() {
        Duration sum = Duration.ZERO;
        for (int failures = 1; RetryPlan.goesOn(failures); failures++) {
            sum = sum.plus(RetryPlan.wait(failures, null, 0));
        }
        assertThat(sum).isGreaterThan(Duration.ofDays(3));
        assertThat(RetryPlan.goesOn(100)).isFalse();
    }

    @Test
    void givesAReceiverTheTimeThatItAsksFor() {
        assertThat(RetryPlan.wait(1, Duration.ofMinutes(2), 0)).isEqualTo(Duration.ofMinutes(2));
        assertThat(RetryPlan.wait(4, Duration.ofMinutes(2), 0)).isEqualTo(Duration.ofHours(2));
        assertThat(RetryPlan.wait(1, Duration.ofDays(300), 0)).isEqualTo(Duration.ofDays(1));
    }
}
