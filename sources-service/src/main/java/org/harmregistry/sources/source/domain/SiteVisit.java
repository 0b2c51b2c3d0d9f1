package org.harmregistry.sources.source.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * A visit to the site of a strike.
 *
 * @param visitedOn the day of the visit
 * @param place the site
 * @param organisation who visited it; at most 200 characters
 * @param teamSize how many people went there, 1 to 1,000
 * @param seen what was seen; at most 10,000 characters
 * @param damage what was found damaged, at most 200 entries; absent if nothing is listed
 * @param remnants remnants of weapons, at most 200; absent if nothing is listed
 */
public record SiteVisit(LocalDate visitedOn, VisitedPlace place, String organisation, Integer teamSize, String seen,
        List<Damage> damage, List<WeaponRemnant> remnants) {

    private static final int MAX_ENTRIES = 200;

    public SiteVisit {
        Parts.date(visitedOn, "/visitedOn");
        Texts.bounded(organisation, 200, "/organisation");
        Parts.number(teamSize, 1, 1_000, "/teamSize");
        Texts.bounded(seen, 10_000, "/seen");
        damage = Parts.list(damage, MAX_ENTRIES, "/damage");
        remnants = Parts.list(remnants, MAX_ENTRIES, "/remnants");
        Parts.requireSome(visitedOn, place, organisation, teamSize, seen, damage, remnants);
    }

    SiteVisit forEverybody() {
        return place == null ? this
                : new SiteVisit(visitedOn, place.forEverybody(), organisation, teamSize, seen, damage, remnants);
    }
}
