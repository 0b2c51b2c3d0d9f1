package org.harmregistry.incidents.victim.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.harmregistry.incidents.record.PartialDate;
import org.harmregistry.kit.problem.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineTest {

    /** Entries written as {@code state} or {@code state@date}. */
    private static List<StatusEntry> timeline(String entries) {
        return Arrays.stream(entries.split(" ")).map(entry -> {
            String[] parts = entry.split("@");
            return new StatusEntry(VictimState.valueOf(parts[0].toUpperCase(Locale.ROOT)),
                    parts.length == 1 ? null : PartialDate.of(parts[1]), null);
        }).toList();
    }

    @ParameterizedTest
    @CsvSource({ "missing, MISSING", "under_rubble, MISSING", "missing under_rubble, MISSING", "injured, INJURED",
            "missing injured, INJURED", "injured missing, INJURED", "injured died_of_wounds, KILLED", "died_of_wounds, KILLED",
            "missing identified, KILLED", "under_rubble unidentified_body identified, KILLED", "identified, KILLED",
            "unidentified_body, KILLED", "injured died_of_wounds identified, KILLED" })
    void givesOnePersonOneOutcome(String entries, Outcome outcome) {
        Timeline.check(timeline(entries));
        assertThat(Timeline.outcome(timeline(entries))).isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = { "died_of_wounds injured", "identified missing", "unidentified_body injured", "injured identified",
            "injured injured", "identified died_of_wounds", "unidentified_body died_of_wounds" })
    void refusesWhatCannotFollow(String entries) {
        assertThatThrownBy(() -> Timeline.check(timeline(entries))).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.code()).isEqualTo(VictimFailure.ILLEGAL_STATUS_CHANGE);
            assertThat(failure.violations().get(0).pointer()).isEqualTo("/timeline/1/state");
        });
    }

    @Test
    void refusesDatesThatGoBack() {
        Timeline.check(timeline("injured@2017-06-10 died_of_wounds@2017-06"));
        Timeline.check(timeline("injured@2017-06 died_of_wounds@2017-06-02"));
        assertThatThrownBy(() -> Timeline.check(timeline("injured@2017-06-10 died_of_wounds@2017-06-09")))
                .isInstanceOfSatisfying(Failure.class,
                        failure -> assertThat(failure.violations().get(0).pointer()).isEqualTo("/timeline/1/on"));
        assertThatThrownBy(() -> Timeline.check(timeline("missing@2018 injured died_of_wounds@2017-06")))
                .isInstanceOf(Failure.class);
    }
}
