package org.harmregistry.incidents.count.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.harmregistry.incidents.incident.domain.Casualties;
import org.harmregistry.incidents.incident.domain.CasualtyRange;
import org.harmregistry.incidents.victim.domain.AgeGroup;
import org.harmregistry.incidents.victim.domain.Outcome;
import org.harmregistry.incidents.victim.domain.Sex;
import org.harmregistry.kit.independence.Origins;

/**
 * The rule {@value #NAME}: from what cited sources claim and from the persons that are known to the numbers of an incident. It
 * depends on nothing else, so anybody can repeat it.
 */
public final class CountRule {

    public static final String NAME = "counts-1";

    /** The rule in sentences, as it is served. */
    public static final List<String> TEXT = List.of(
            "Claims of citations that support the incident count; those that contradict or only mention it do not.",
            "A claim is credible unless its source was judged D or E in reliability, or what it says 4 or 5 in credibility. What "
                    + "was not judged (also F and 6) is not held against it.",
            "Sources that repeat one another, over however many hands, or are one publication, speak with one voice: those that "
                    + "have it over the fewest hands count, the others do not.",
            "People of whom a source does not say that they were anything else are civilians.",
            "Words count as the codebook " + VagueNumbers.VERSION + " says; words that stand in none do not count.",
            "The minimum is the lowest number that a credible claim names, the maximum the highest. A claim of at least so many "
                    + "names that number; if no claim names an upper end, the maximum is unknown.",
            "The minimum is not below the fewest persons that the names of the dead (or injured) can be: the union of recorded "
                    + "victims and of names that credible claims print which speak of the killed alone. Spellings of one name "
                    + "are one person, and so may be a shorter and a longer form of a name.",
            "A person whose civilian status is disputed, or whose death nobody has established, counts in the maximum only. "
                    + "Fighters and "
                    + "protected persons who are no civilians do not count. Who was injured and died counts as killed only.",
            "A group (children, women, men) of which neither a claim nor a victim tells keeps the number that was recorded.");

    private static final Casualties NOBODY = groups(null, null, null, null);

    private CountRule() {
    }

    private static Casualties groups(CasualtyRange civilians, CasualtyRange children, CasualtyRange women, CasualtyRange men) {
        return new Casualties(civilians, children, women, men, null, null, null, null, null, null, null);
    }

    /** The numbers, and what was made of each claim. */
    public static Derivation derive(List<Claim> claims, List<KnownVictim> victims) {
        List<Claim> ordered = claims.stream().sorted(Comparator.comparing(Claim::citation)).toList();
        List<UsedClaim.Use> killed = uses(ordered, Claim::killed);
        List<UsedClaim.Use> injured = uses(ordered, Claim::injured);
        List<UsedClaim> used = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            Claim claim = ordered.get(i);
            used.add(new UsedClaim(claim.citation(), claim.version(), claim.source(), claim.stance(),
                    claim.victims().size(), killed.get(i), injured.get(i)));
        }
        List<Set<PersonName>> printed = printed(ordered, killed, victims);
        Persons dead = new Persons(victims, Outcome.KILLED, printed);
        Persons hurt = new Persons(victims, Outcome.INJURED, List.of());
        return new Derivation(total(killed, dead), total(injured, hurt), used, new UsedVictims(
                dead.atLeast(any -> true, true), dead.atMost(), hurt.atLeast(any -> true, true), hurt.atMost()));
    }

    private static List<UsedClaim.Use> uses(List<Claim> claims, Function<Claim, ClaimedHarm> half) {
        Origins origins = origins(claims);
        List<UsedClaim.Use> judged = claims.stream().map(claim -> judged(claim, half.apply(claim))).toList();
        Map<Object, Integer> fewestHands = new HashMap<>();
        for (int i = 0; i < claims.size(); i++) {
            if (judged.get(i).verdict() == ClaimVerdict.COUNTED) {
                UUID source = claims.get(i).source();
                fewestHands.merge(origins.voiceOf(source), origins.handsOf(source), Math::min);
            }
        }
        List<UsedClaim.Use> uses = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            UsedClaim.Use use = judged.get(i);
            UUID source = claims.get(i).source();
            boolean repeats = use.verdict() == ClaimVerdict.COUNTED
                    && origins.handsOf(source) > fewestHands.get(origins.voiceOf(source));
            uses.add(repeats ? new UsedClaim.Use(use.claimed(), ClaimVerdict.REPEATS, null) : use);
        }
        return uses;
    }

    private static Origins origins(List<Claim> claims) {
        Origins origins = new Origins();
        claims.forEach(claim -> origins.add(claim.source(), claim.standing().repeats(), claim.standing().canonicalKey()));
        return origins;
    }

    private static UsedClaim.Use judged(Claim claim, ClaimedHarm claimed) {
        ClaimVerdict verdict;
        Casualties counted = null;
        if (claimed == null || !claimed.hasNumber() && claimed.words() == null) {
            verdict = ClaimVerdict.NOTHING_CLAIMED;
        } else if (claim.stance() != ClaimStance.SUPPORTS) {
            verdict = ClaimVerdict.NOT_IN_SUPPORT;
        } else if (!claim.standing().isCredible()) {
            verdict = ClaimVerdict.NOT_CREDIBLE;
        } else {
            counted = numbers(claimed);
            verdict = counted == null ? ClaimVerdict.WORDS_NOT_UNDERSTOOD : ClaimVerdict.COUNTED;
        }
        return new UsedClaim.Use(claimed, verdict, counted);
    }

    private static Casualties numbers(ClaimedHarm claimed) {
        CasualtyRange civilians = claimed.civilians() != null ? claimed.civilians() : claimed.people();
        if (civilians == null && claimed.words() != null) {
            civilians = VagueNumbers.read(claimed.words()).orElse(null);
        }
        Casualties numbers = groups(civilians, claimed.children(), claimed.women(), claimed.men());
        return numbers.equals(NOBODY) ? null : numbers;
    }

    /** Names that credible claims print, but for those of persons of whom the registry knows that they do not count. */
    private static List<Set<PersonName>> printed(List<Claim> claims, List<UsedClaim.Use> killed, List<KnownVictim> victims) {
        Set<PersonName> others = new HashSet<>();
        victims.stream().filter(victim -> !victim.countsInMinimum(Outcome.KILLED))
                .forEach(victim -> victim.names().forEach(name -> others.add(PersonName.of(name))));
        List<Set<PersonName>> printed = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            if (killed.get(i).verdict() == ClaimVerdict.COUNTED && claims.get(i).injured() == null) {
                claims.get(i).victims().stream().map(PersonName::of).filter(name -> !others.contains(name))
                        .forEach(name -> printed.add(Set.of(name)));
            }
        }
        return printed;
    }

    private static Casualties total(List<UsedClaim.Use> uses, Persons persons) {
        List<Casualties> counted = uses.stream().filter(use -> use.verdict() == ClaimVerdict.COUNTED)
                .map(UsedClaim.Use::countedAs).toList();
        CasualtyRange civilians = raised(hull(counted, Casualties::civilians), persons.atLeast(any -> true, true),
                persons.atMost());
        CasualtyRange children = raised(hull(counted, Casualties::children),
                persons.atLeast(victim -> victim.ageGroup() == AgeGroup.CHILD, false), null);
        CasualtyRange women = raised(hull(counted, Casualties::women),
                persons.atLeast(victim -> victim.ageGroup() == AgeGroup.ADULT && victim.sex() == Sex.WOMAN, false), null);
        CasualtyRange men = raised(hull(counted, Casualties::men),
                persons.atLeast(victim -> victim.ageGroup() == AgeGroup.ADULT && victim.sex() == Sex.MAN, false), null);
        Casualties total = groups(civilians, children, women, men);
        return total.equals(NOBODY) ? null : total;
    }

    /** Lowest and highest number that the claims name; {@code null} if they name none. */
    static CasualtyRange hull(List<Casualties> counted, Function<Casualties, CasualtyRange> group) {
        List<CasualtyRange> ranges = counted.stream().map(group).filter(Objects::nonNull)
                .filter(range -> range.min() != null || range.max() != null).toList();
        if (ranges.isEmpty()) {
            return null;
        }
        boolean below = ranges.stream().anyMatch(range -> range.min() != null);
        boolean above = ranges.stream().anyMatch(range -> range.max() != null);
        return new CasualtyRange(below ? named(ranges).min().getAsInt() : null, above ? named(ranges).max().getAsInt() : null);
    }

    private static IntStream named(List<CasualtyRange> ranges) {
        return ranges.stream().flatMap(range -> Stream.of(range.min(), range.max())).filter(Objects::nonNull)
                .mapToInt(Integer::intValue);
    }

    /** @param most all persons that may count; {@code null} if they say nothing of an upper end */
    static CasualtyRange raised(CasualtyRange claimed, int fewest, Integer most) {
        if (claimed == null) {
            boolean nobody = fewest == 0 && (most == null || most == 0);
            return nobody ? null : new CasualtyRange(fewest, most == null ? null : Math.max(fewest, most));
        }
        Integer min = claimed.min() == null && fewest == 0 ? null
                : Integer.valueOf(Math.max(claimed.min() == null ? 0 : claimed.min(), fewest));
        Integer max = claimed.max() == null ? null : Integer.valueOf(Math.max(claimed.max(), most == null ? 0 : most));
        return new CasualtyRange(min, max != null && min != null ? Integer.valueOf(Math.max(max, min)) : max);
    }
}
