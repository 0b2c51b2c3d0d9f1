package org.harmregistry.incidents.tally;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdentityTest {

    @Test
    void reopenedAllegationsAreNoTermOfTheirOwn() {
        // Report of 31 May 2019: 111 open at the end "includes 3 reopened".
        var identities = Identity.of(report(122, 7, 18, 3, 15, null, 111, 3));

        assertThat(identities.get(0).holds()).isTrue();
        assertThat(identities.get(0).formula()).contains("reopened is part of openAtEnd");
    }

    @Test
    void aReportThatNamesNoDuplicatesMayHaveNone() {
        // The same report names no duplicates, and 3 + 15 are all of its 18.
        assertThat(closed(report(122, 7, 18, 3, 15, null, 111, 3)).holds()).isTrue();
        // If the named ones are fewer, the rest may be duplicates; if they are more, no number of duplicates mends it.
        assertThat(closed(report(122, 7, 18, 3, 14, null, 111, 3)).holds()).isNull();
        assertThat(closed(report(122, 7, 18, 3, 16, null, 111, 3)).holds()).isFalse();
    }

    @Test
    void aMissingNumberIsNotZero() {
        var identities = Identity.of(report(null, 7, 18, null, 18, 0, 111, 3));

        assertThat(identities).extracting(Identity::holds).containsExactly(null, null);
        assertThat(identities).extracting(Identity::left).containsExactly(null, null);
        assertThat(identities).extracting(Identity::right).containsExactly(111, 18);
    }

    @Test
    void aSumThatIsWrongDoesNotHold() {
        var identities = Identity.of(report(314, 45, 125, 16, 106, 4, 234, null));

        assertThat(identities).extracting(Identity::holds).containsExactly(true, false);
    }

    private static Identity closed(Tally tally) {
        return Identity.of(tally).get(1);
    }

    private static Tally report(Integer carriedOver, Integer newReports, Integer completed, Integer credible,
            Integer nonCredible, Integer duplicate, Integer openAtEnd, Integer reopened) {
        return new Tally(TallyKind.PUBLISHED_TOTAL, Stance.CONCEDED, null, null, null, null, null, null, null, carriedOver,
                newReports, completed, credible, nonCredible, duplicate, openAtEnd, reopened, null, null, null, null, null,
                null, null, null, null, null, null, null, null, null);
    }
}
