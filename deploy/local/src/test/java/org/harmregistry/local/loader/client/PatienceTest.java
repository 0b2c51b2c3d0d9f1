package org.harmregistry.local.loader.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatienceTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC);
    private static final Patience PATIENCE = new Patience(8, Duration.ofMillis(100), Duration.ofSeconds(10));

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "0|0", "3|3000", "600|10000", "Sun, 1 Nov 2026 12:00:04 GMT|4000",
            "Sun, 1 Nov 2026 11:00:00 GMT|0" })
    void doesAsTheServerAsksWithinItsBound(String retryAfter, long millis) {
        assertThat(PATIENCE.waitAfter(1, retryAfter, NOON)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({ "1, 50, 100", "2, 100, 200", "4, 400, 800", "60, 5000, 10000" })
    void doublesAndStaysWithinItsBound(int tried, long least, long most) {
        assertThat(PATIENCE.waitAfter(tried, null, NOON)).isBetween(Duration.ofMillis(least), Duration.ofMillis(most));
    }

    @Test
    void whatItDoesNotUnderstandItPassesOver() {
        assertThat(PATIENCE.waitAfter(1, "soon", NOON)).isLessThanOrEqualTo(Duration.ofMillis(100));
    }
}
