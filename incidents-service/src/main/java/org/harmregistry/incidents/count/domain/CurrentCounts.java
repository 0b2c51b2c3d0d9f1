package org.harmregistry.incidents.count.domain;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import org.harmregistry.incidents.incident.domain.Casualties;

/**
 * An incident's numbers and on what they rest, on their way to one reader.
 *
 * @param incident the incident
 * @param tag the incident's entity tag in the reader's view
 * @param killed people killed; {@code null} for nothing known
 * @param injured people injured; {@code null} for nothing known
 * @param act the latest act; {@code null} while they are as recorded
 * @param readsAll whether the reader sees all claims and persons behind the numbers
 * @param sources whether the claims could be asked for; {@code null} if that does not matter
 * @param claims the claims behind the numbers that the reader may see
 * @param outdated whether citations have changed since; {@code null} if that is not known
 */
public record CurrentCounts(UUID incident, String tag, Casualties killed, Casualties injured, CountAct act, boolean readsAll,
        Boolean sources, List<UsedClaim> claims, Boolean outdated) {

    static CurrentCounts of(UUID incident, String tag, Casualties killed, Casualties injured, CountAct act, boolean readsAll) {
        return new CurrentCounts(incident, tag, killed, injured, act, readsAll, null, List.of(), null);
    }

    public boolean isDerived() {
        return act != null && act.kind() == CountKind.DERIVED;
    }

    /** The claims as they stood when the numbers were derived, for the reader who may still see their citations. */
    public CurrentCounts with(List<Claim> now) {
        var versions = now.stream().collect(Collectors.toMap(Claim::citation, Claim::version, (one, other) -> one));
        List<UsedClaim> shown = readsAll ? act.claims()
                : act.claims().stream().filter(claim -> versions.containsKey(claim.citation())).toList();
        var then = act.claims().stream().collect(Collectors.toMap(UsedClaim::citation, UsedClaim::version,
                (one, other) -> one));
        return new CurrentCounts(incident, tag, killed, injured, act, readsAll, true, shown,
                readsAll ? !then.equals(versions) : null);
    }

    /** The last derivation stands while the sources cannot be asked. */
    public CurrentCounts withoutSources() {
        return new CurrentCounts(incident, tag, killed, injured, act, readsAll, false, readsAll ? act.claims() : List.of(),
                null);
    }
}
