package org.harmregistry.incidents.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

import org.harmregistry.incidents.tally.PublishedTally;
import org.junit.jupiter.api.Test;

class CommitmentRuleTest {

    private static final LocalDate MADE = LocalDate.of(2018, 7, 17);
    private static final LocalDate DUE = LocalDate.of(2018, 7, 26);
    private static final Expected JUNE = new Expected(ExpectedKind.MONTHLY_REPORT, YearMonth.of(2018, 6));

    @Test
    void isPendingUpToAndOnTheDayOnWhichItIsDue() {
        assertThat(CommitmentRule.state(promise(DUE, JUNE, null), null, DUE)).isEqualTo(CommitmentState.PENDING);
        assertThat(CommitmentRule.state(promise(DUE, JUNE, null), null, DUE.plusDays(1))).isEqualTo(CommitmentState.BROKEN);
    }

    @Test
    void isKeptOnTheDayAndLateTheDayAfter() {
        assertThat(CommitmentRule.state(promise(DUE, JUNE, null), shown(DUE), DUE)).isEqualTo(CommitmentState.KEPT);
        assertThat(CommitmentRule.state(promise(DUE, JUNE, null), shown(DUE.plusDays(1)), DUE.plusDays(1)))
                .isEqualTo(CommitmentState.LATE);
    }

    @Test
    void withoutADayItIsPendingUntilItComes() {
        assertThat(CommitmentRule.state(promise(null, JUNE, null), null, DUE.plusYears(9))).isEqualTo(CommitmentState.PENDING);
        assertThat(CommitmentRule.state(promise(null, JUNE, null), shown(DUE), DUE)).isEqualTo(CommitmentState.KEPT);
    }

    @Test
    void isWithdrawnFromTheDayOnWhichItWasTakenBackUnlessItCameBefore() {
        LocalDate back = DUE.minusDays(3);

        assertThat(CommitmentRule.state(promise(DUE, JUNE, back), null, back.minusDays(1))).isEqualTo(CommitmentState.PENDING);
        assertThat(CommitmentRule.state(promise(DUE, JUNE, back), null, back)).isEqualTo(CommitmentState.WITHDRAWN);
        assertThat(CommitmentRule.state(promise(DUE, JUNE, back), shown(back.minusDays(1)), DUE))
                .isEqualTo(CommitmentState.KEPT);
    }

    @Test
    void nobodyCanTellOnceItIsDueIfNothingIsExpectedThatCouldBeSeen() {
        assertThat(CommitmentRule.state(promise(DUE, null, null), null, DUE)).isEqualTo(CommitmentState.PENDING);
        assertThat(CommitmentRule.state(promise(DUE, null, null), null, DUE.plusDays(1))).isNull();
    }

    private static Commitment promise(LocalDate dueOn, Expected expected, LocalDate withdrawnOn) {
        return new Commitment("coalition", MADE, null, "Findings in this month's report", dueOn, expected, withdrawnOn, null,
                null);
    }

    private static PublishedTally shown(LocalDate on) {
        return new PublishedTally(UUID.randomUUID(), "coalition", on, null);
    }
}
