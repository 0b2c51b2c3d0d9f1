package org.harmregistry.incidents.count.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.harmregistry.incidents.incident.domain.CasualtyRange;
import org.harmregistry.incidents.victim.domain.AgeGroup;
import org.harmregistry.incidents.victim.domain.CivilianStatus;
import org.harmregistry.incidents.victim.domain.Outcome;
import org.harmregistry.incidents.victim.domain.Sex;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of the rule whatever the claims. */
class CountRulePropertyTest {

    /** Names that are one another's spelling only if they are equal. */
    private static final List<String> NAMES = List.of("Bad Kar", "Mun Sat", "Fig Tor", "Rem Dok");

    @Provide
    Arbitrary<List<Claim>> claims() {
        Arbitrary<Integer> bound = Arbitraries.integers().between(0, 60).injectNull(0.3);
        Arbitrary<ClaimedHarm> harm = Combinators.combine(bound, bound).as((one, other) -> one != null && other != null
                ? Claims.civilians(Math.min(one, other), Math.max(one, other))
                : Claims.civilians(one, other));
        Arbitrary<SourceStanding> standing = Combinators.combine(Arbitraries.of("A", "C", "D", "F").injectNull(0.5),
                Arbitraries.of(1, 3, 4, 6).injectNull(0.5)).as(Claims::judged);
        return Combinators.combine(harm, standing, Arbitraries.of(ClaimStance.values()))
                .as((said, held, stance) -> new Claim(Claims.id(), 1, Claims.id(), stance, said, null, List.of(), held))
                .list().ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<KnownVictim>> victims() {
        return Combinators.combine(Arbitraries.of(NAMES).injectNull(0.2), Arbitraries.of(true, false),
                Arbitraries.of(CivilianStatus.CIVILIAN, CivilianStatus.UNKNOWN, CivilianStatus.MEMBER_OF_ARMED_FORCES),
                Arbitraries.of(Outcome.values()))
                .as((name, disputed, status, outcome) -> new KnownVictim(name == null ? List.of() : List.of(name), Sex.UNKNOWN,
                        AgeGroup.UNKNOWN, status, disputed, outcome))
                .list().ofMaxSize(6);
    }

    @Property
    void agreesWithWhatOneWouldReckonByHand(@ForAll("claims") List<Claim> claims,
            @ForAll("victims") List<KnownVictim> victims) {
        assertThat(civilians(claims, victims)).isEqualTo(byHand(claims, victims));
    }

    /** Marks on a number line, and a set of names; an end is open if nobody marked it. */
    private static CasualtyRange byHand(List<Claim> claims, List<KnownVictim> victims) {
        boolean[] marked = new boolean[61];
        boolean below = false;
        boolean above = false;
        for (Claim claim : claims) {
            String letter = String.valueOf(claim.standing().reliability());
            String digit = String.valueOf(claim.standing().credibility());
            if (claim.stance() == ClaimStance.SUPPORTS && !"DE".contains(letter) && !"45".contains(digit)) {
                Integer min = claim.killed().civilians().min();
                Integer max = claim.killed().civilians().max();
                below |= min != null;
                above |= max != null;
                if (min != null) {
                    marked[min] = true;
                }
                if (max != null) {
                    marked[max] = true;
                }
            }
        }
        Set<String> names = new HashSet<>();
        int everybody = 0;
        for (KnownVictim victim : victims) {
            boolean fighter = victim.status() == CivilianStatus.MEMBER_OF_ARMED_FORCES;
            if (victim.outcome() == Outcome.KILLED && !fighter && !victim.disputed()) {
                names.addAll(victim.names());
            }
            everybody += victim.outcome() != Outcome.INJURED && (!fighter || victim.disputed()) ? 1 : 0;
        }
        return byHand(marked, below, above, names.size(), everybody);
    }

    private static CasualtyRange byHand(boolean[] marked, boolean below, boolean above, int named, int everybody) {
        int lowest = 0;
        while (lowest <= 60 && !marked[lowest]) {
            lowest++;
        }
        int highest = 60;
        while (highest >= 0 && !marked[highest]) {
            highest--;
        }
        if (!below && !above) {
            return everybody == 0 ? null : new CasualtyRange(named, everybody);
        }
        Integer min = below ? Integer.valueOf(Math.max(lowest, named)) : named > 0 ? Integer.valueOf(named) : null;
        Integer max = above ? Integer.valueOf(Math.max(Math.max(highest, everybody), min == null ? 0 : min)) : null;
        return new CasualtyRange(min, max);
    }

    private static CasualtyRange civilians(List<Claim> claims, List<KnownVictim> victims) {
        return Claims.civiliansKilled(CountRule.derive(claims, victims));
    }

    @Property
    void isNeverNarrowedByOneMoreClaim(@ForAll("claims") List<Claim> claims, @ForAll("claims") List<Claim> more,
            @ForAll("victims") List<KnownVictim> victims) {
        List<Claim> all = new ArrayList<>(claims);
        all.addAll(more);
        CasualtyRange before = Claims.civiliansKilled(CountRule.derive(claims, List.of()));
        CasualtyRange after = Claims.civiliansKilled(CountRule.derive(all, List.of()));

        if (before != null) {
            assertThat(before.min() == null || after.min() <= before.min()).isTrue();
            assertThat(before.max() == null || after.max() >= before.max()).isTrue();
        }
        CasualtyRange range = civilians(all, victims);
        assertThat(range == null || range.min() == null || range.max() == null || range.min() <= range.max()).isTrue();
    }

    @Property
    void doesNotDependOnTheOrder(@ForAll("claims") List<Claim> claims, @ForAll("victims") List<KnownVictim> victims,
            @ForAll Random random) {
        List<Claim> otherwise = new ArrayList<>(claims);
        Collections.shuffle(otherwise, random);
        List<KnownVictim> persons = new ArrayList<>(victims);
        Collections.shuffle(persons, random);

        assertThat(CountRule.derive(otherwise, persons)).isEqualTo(CountRule.derive(claims, victims));
    }

    @Property
    void isNotChangedByARepetition(@ForAll("claims") List<Claim> claims, @ForAll("claims") List<Claim> repeats) {
        List<Claim> all = new ArrayList<>(claims);
        List<Claim> counted = claims.stream().filter(claim -> claim.stance() == ClaimStance.SUPPORTS
                && claim.standing().isCredible()
                && (claim.killed().civilians().min() != null || claim.killed().civilians().max() != null)).toList();
        for (int i = 0; i < repeats.size() && !counted.isEmpty(); i++) {
            Claim origin = counted.get(i % counted.size());
            all.add(Claims.killed(Claims.id(), repeats.get(i).killed(), Claims.repeating(origin.source())));
        }

        assertThat(civilians(all, List.of())).isEqualTo(civilians(claims, List.of()));
    }

    @Property
    void countsADisputedPersonInTheMaximumAlone(@ForAll("claims") List<Claim> claims,
            @ForAll("victims") List<KnownVictim> victims) {
        List<KnownVictim> more = new ArrayList<>(victims);
        more.add(new KnownVictim(List.of("Nobody Else"), Sex.UNKNOWN, AgeGroup.UNKNOWN, CivilianStatus.CIVILIAN, true,
                Outcome.KILLED));
        UsedVictims before = CountRule.derive(claims, victims).victims();
        UsedVictims after = CountRule.derive(claims, more).victims();

        assertThat(after.killedAtLeast()).isEqualTo(before.killedAtLeast());
        assertThat(after.killedAtMost()).isEqualTo(before.killedAtMost() + 1);
    }

    @Provide
    Arbitrary<List<String>> names() {
        return Arbitraries.of("bad", "kar", "mun", "sat").list().ofMinSize(1).ofMaxSize(4)
                .map(words -> String.join(" ", words)).list().ofMaxSize(6);
    }

    @Property
    void findsTheFewestPersonsThatNamesCanBe(@ForAll("names") List<String> names) {
        List<Set<PersonName>> named = names.stream().map(PersonName::of).map(Set::of).toList();

        assertThat(NamedPersons.fewest(named))
                .isEqualTo(fewestByTrying(List.copyOf(new HashSet<>(names)), 0, new ArrayList<>()));
    }

    /** Tries all ways to give the names to persons. */
    private static int fewestByTrying(List<String> names, int next, List<List<String>> persons) {
        if (next == names.size()) {
            return persons.size();
        }
        int best = Integer.MAX_VALUE;
        for (List<String> person : List.copyOf(persons)) {
            if (person.stream().allMatch(name -> canBeOne(name, names.get(next)))) {
                person.add(names.get(next));
                best = Math.min(best, fewestByTrying(names, next + 1, persons));
                person.remove(person.size() - 1);
            }
        }
        List<String> alone = new ArrayList<>(List.of(names.get(next)));
        persons.add(alone);
        best = Math.min(best, fewestByTrying(names, next + 1, persons));
        persons.remove(persons.size() - 1);
        return best;
    }

    private static boolean canBeOne(String one, String other) {
        return isWithin(one, other) || isWithin(other, one);
    }

    private static boolean isWithin(String shorter, String longer) {
        String pattern = List.of(shorter.split(" ")).stream().collect(Collectors.joining(" (.* )?", "(.* )?", "( .*)?"));
        return shorter.contains(" ") && shorter.split(" ").length < longer.split(" ").length && longer.matches(pattern);
    }
}
