package org.harmregistry.reports.edition.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Preferences as RFC 7240 writes them: names without regard to case, parameters, quoted texts, several headers. */
class PreferenceTest {

    @ParameterizedTest
    @ValueSource(strings = { "respond-async", "Respond-Async", "respond-async, wait=100", "wait=10,\trespond-async; x=1",
            "note=\"a\", respond-async", "note=\"\\\"\", respond-async" })
    void findsThePreferenceForAsynchrony(String header) {
        assertThat(Preference.asksForAsynchrony(List.of(header))).isTrue();
        assertThat(Preference.asksForAsynchrony(List.of("handling=lenient", header))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", ",;,", "respond-asynchronously", "x; respond-async", "note=\"a, respond-async\"",
            "note=\"\\\", respond-async", "\"respond-async\"" })
    void findsNoneWhereNoneIs(String header) {
        assertThat(Preference.asksForAsynchrony(List.of(header))).isFalse();
    }

    @Test
    void readsAsMuchAsAHeaderHolds() {
        assertThat(Preference.asksForAsynchrony(List.of("x=\"" + "\\a".repeat(8_000) + "\", respond-async"))).isTrue();
        assertThat(Preference.asksForAsynchrony(List.of())).isFalse();
    }
}
