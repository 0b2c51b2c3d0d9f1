package org.harmregistry.incidents.incident.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.harmregistry.incidents.incident.domain.Grouping;
import org.harmregistry.incidents.incident.domain.IncidentFilterReading;
import org.harmregistry.kit.identity.Caller;
import org.junit.jupiter.api.Test;

/** Which questions are answered from the sums that are kept ready. */
class CountRollUpTest {

    private static final Caller ANYBODY = Caller.ANONYMOUS;

    private static boolean answers(UnaryOperator<IncidentFilterReading> filter, Grouping... by) {
        return CountRollUp.of(ANYBODY, filter.apply(new IncidentFilterReading()).filter(), List.of(by)).isPresent();
    }

    @Test
    void answersWhatIsKept() {
        assertThat(answers(all -> all)).isTrue();
        assertThat(answers(all -> all, Grouping.MONTH, Grouping.GRADING)).isTrue();
        assertThat(answers(filter -> filter.country("SY").admin1("SY11").gradings("fair,ungraded").dataset("d")
                .organisation("o").status("accepted").strike("likely_strike", null), Grouping.YEAR)).isTrue();
        assertThat(answers(filter -> filter.from("2017-06-01").to("2017-10-31"))).isTrue();
    }

    @Test
    void leavesTheRestToTheTable() {
        assertThat(answers(filter -> filter.from("2017-06-06"))).isFalse();
        assertThat(answers(filter -> filter.to("2017-06-06"))).isFalse();
        assertThat(answers(filter -> filter.overlaps("2017-06-01/2017-06-30"))).isFalse();
        assertThat(answers(filter -> filter.admin2("SY1101"))).isFalse();
        assertThat(answers(filter -> filter.bbox("38,35,39,36"))).isFalse();
        assertThat(answers(filter -> filter.party("coalition"))).isFalse();
        assertThat(answers(filter -> filter.minKilled("1"))).isFalse();
        assertThat(answers(filter -> filter.search("market"))).isFalse();
        assertThat(answers(filter -> filter.strike(null, "airstrike"))).isFalse();
        assertThat(answers(filter -> filter.updatedSince("2026-11-23T20:00:00Z"))).isFalse();
        for (Grouping overlapping : Set.of(Grouping.PARTY, Grouping.STRIKE_TYPE, Grouping.INFRASTRUCTURE)) {
            assertThat(answers(all -> all, overlapping)).isFalse();
        }
    }
}
