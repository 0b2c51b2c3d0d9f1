package org.harmregistry.incidents.count.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harmregistry.incidents.count.domain.Claims.civilians;
import static org.harmregistry.incidents.count.domain.Claims.civiliansKilled;
import static org.harmregistry.incidents.count.domain.Claims.id;
import static org.harmregistry.incidents.count.domain.Claims.judged;
import static org.harmregistry.incidents.count.domain.Claims.killed;
import static org.harmregistry.incidents.count.domain.Claims.naming;
import static org.harmregistry.incidents.count.domain.Claims.range;
import static org.harmregistry.incidents.count.domain.Claims.repeating;
import static org.harmregistry.incidents.count.domain.Claims.words;

import java.util.List;
import java.util.UUID;

import org.harmregistry.incidents.victim.domain.AgeGroup;
import org.harmregistry.incidents.victim.domain.CivilianStatus;
import org.harmregistry.incidents.victim.domain.Outcome;
import org.harmregistry.incidents.victim.domain.Sex;
import org.junit.jupiter.api.Test;

class CountRuleTest {

    private static KnownVictim victim(Outcome outcome, CivilianStatus status, boolean disputed, String... names) {
        return new KnownVictim(List.of(names), Sex.UNKNOWN, AgeGroup.UNKNOWN, status, disputed, outcome);
    }

    private static KnownVictim dead(String... names) {
        return victim(Outcome.KILLED, CivilianStatus.CIVILIAN, false, names);
    }

    private static Derivation derive(Claim... claims) {
        return CountRule.derive(List.of(claims), List.of());
    }

    @Test
    void takesTheLowestAndHighestCredibleClaim() {
        assertThat(civiliansKilled(derive(killed(civilians(9, 14)), killed(civilians(20, 20)), killed(civilians(11, 12)))))
                .isEqualTo(range(9, 20));
    }

    @Test
    void leavesUnknownWhatNobodyNames() {
        assertThat(civiliansKilled(derive(killed(civilians(9, null))))).isEqualTo(range(9, null));
        assertThat(civiliansKilled(derive(killed(civilians(null, 14))))).isEqualTo(range(null, 14));
        assertThat(civiliansKilled(derive(killed(civilians(9, null)), killed(civilians(5, 6))))).isEqualTo(range(5, 9));
        assertThat(derive().saysNothing()).isTrue();
    }

    @Test
    void countsNoContradictionAndNoMention() {
        Claim against = new Claim(id(), 1, id(), ClaimStance.CONTRADICTS, civilians(0, 0), null, List.of(), null);
        Claim beside = new Claim(id(), 1, id(), ClaimStance.MENTIONS, civilians(90, 90), null, List.of(), null);
        Derivation derivation = derive(against, beside, killed(civilians(9, 14)));

        assertThat(civiliansKilled(derivation)).isEqualTo(range(9, 14));
        assertThat(derivation.claims()).extracting(used -> used.killed().verdict()).containsExactly(
                ClaimVerdict.NOT_IN_SUPPORT, ClaimVerdict.NOT_IN_SUPPORT, ClaimVerdict.COUNTED);
    }

    @Test
    void countsNoClaimThatIsNotCredible() {
        assertThat(civiliansKilled(derive(killed(id(), civilians(1, 1), judged("D", 2)),
                killed(id(), civilians(2, 2), judged("E", null)), killed(id(), civilians(80, 80), judged("A", 4)),
                killed(id(), civilians(90, 90), judged(null, 5)), killed(id(), civilians(9, 9), judged("C", 3)),
                killed(id(), civilians(14, 14), judged("F", 6))))).isEqualTo(range(9, 14));
    }

    @Test
    void hearsOneVoiceOverManyHandsOnce() {
        UUID origin = id();
        UUID second = id();
        Claim first = killed(origin, civilians(9, 9), SourceStanding.UNJUDGED);
        Claim repeat = killed(second, civilians(5, 30), repeating(origin));
        Claim repeatOfRepeat = killed(id(), civilians(1, 40), repeating(second));

        assertThat(civiliansKilled(derive(first, repeat, repeatOfRepeat))).isEqualTo(range(9, 9));
        assertThat(civiliansKilled(derive(repeat, repeatOfRepeat))).as("the origin is not cited").isEqualTo(range(5, 30));
    }

    @Test
    void endsWhenSourcesRepeatEachOther() {
        UUID one = id();
        UUID other = id();

        assertThat(civiliansKilled(derive(killed(one, civilians(3, 3), repeating(other)),
                killed(other, civilians(4, 4), repeating(one))))).isEqualTo(range(3, 4));
    }

    @Test
    void readsVagueWords() {
        Derivation derivation = derive(killed(words("dozens")), killed(words("a massacre")), killed(civilians(30, 30)));

        assertThat(civiliansKilled(derivation)).isEqualTo(range(24, 30));
        assertThat(derivation.claims().get(1).killed().verdict()).isEqualTo(ClaimVerdict.WORDS_NOT_UNDERSTOOD);
    }

    @Test
    void takesPeopleForCiviliansUnlessTheSourceSaysOtherwise() {
        assertThat(civiliansKilled(derive(killed(new ClaimedHarm(range(12, 12), null, null, null, null, null)))))
                .isEqualTo(range(12, 12));
        assertThat(civiliansKilled(derive(killed(new ClaimedHarm(range(12, 12), range(7, 7), null, null, null, null)))))
                .isEqualTo(range(7, 7));
    }

    @Test
    void raisesTheMinimumToTheUnionOfNames() {
        Derivation derivation = CountRule.derive(
                List.of(naming(civilians(1, 8), "Ahmad Ali Badran", "Khadija Test"), naming(civilians(2, 2), "Khadijah Test")),
                List.of(dead("Ahmed Badran", "أحمد بدران"), dead("Mahmoud Hashish")));

        assertThat(civiliansKilled(derivation)).as("Ahmad, Khadija and Mahmoud").isEqualTo(range(3, 8));
        assertThat(derivation.victims().killedAtLeast()).isEqualTo(3);
    }

    @Test
    void countsADisputedPersonInTheMaximumOnly() {
        List<KnownVictim> victims = List.of(dead("Ahmad Test"),
                victim(Outcome.KILLED, CivilianStatus.CIVILIAN, true, "Omar Test"),
                victim(Outcome.KILLED, CivilianStatus.MEMBER_OF_ARMED_FORCES, true, "Said Test"),
                victim(Outcome.KILLED, CivilianStatus.MEMBER_OF_ARMED_FORCES, false, "Zaid Test"),
                victim(Outcome.MISSING, CivilianStatus.CIVILIAN, false, "Layla Test"));

        assertThat(civiliansKilled(CountRule.derive(List.of(), victims))).isEqualTo(range(1, 4));
        assertThat(civiliansKilled(CountRule.derive(List.of(naming(civilians(1, 1), "Omar Test")), victims)))
                .as("a printed name of a disputed person does not raise the minimum").isEqualTo(range(1, 4));
    }

    @Test
    void countsWhoWasInjuredAndDiedAsKilledOnly() {
        Derivation derivation = CountRule.derive(List.of(), List.of(dead("Ahmad Test"),
                victim(Outcome.INJURED, CivilianStatus.UNKNOWN, false, "Omar Test")));

        assertThat(derivation.killed().civilians()).isEqualTo(range(1, 1));
        assertThat(derivation.injured().civilians()).isEqualTo(range(1, 1));
    }

    @Test
    void countsGroupsByClaimsAndByPersons() {
        KnownVictim girl = new KnownVictim(List.of("Layla Test"), Sex.WOMAN, AgeGroup.CHILD, CivilianStatus.CIVILIAN, false,
                Outcome.KILLED);
        KnownVictim mother = new KnownVictim(List.of("Amina Test"), Sex.WOMAN, AgeGroup.ADULT, CivilianStatus.CIVILIAN, false,
                Outcome.KILLED);
        Derivation derivation = CountRule.derive(
                List.of(killed(new ClaimedHarm(null, range(5, 5), range(3, 3), null, null, null))), List.of(girl, mother));

        assertThat(derivation.killed().civilians()).isEqualTo(range(5, 5));
        assertThat(derivation.killed().children()).isEqualTo(range(3, 3));
        assertThat(derivation.killed().women()).isEqualTo(range(1, null));
        assertThat(derivation.killed().men()).isNull();
        assertThat(derivation.injured()).isNull();
    }

    @Test
    void doesNotTakePrintedNamesForDeadWhereTheSourceAlsoSpeaksOfInjured() {
        Claim both = new Claim(id(), 1, id(), ClaimStance.SUPPORTS, civilians(1, 1), civilians(2, 2),
                List.of("Ahmad Test", "Omar Test", "Said Test"), null);

        assertThat(civiliansKilled(derive(both))).isEqualTo(range(1, 1));
    }
}
