package org.harmregistry.incidents.count.domain;

import java.util.List;

import org.harmregistry.incidents.victim.domain.AgeGroup;
import org.harmregistry.incidents.victim.domain.CivilianStatus;
import org.harmregistry.incidents.victim.domain.Outcome;
import org.harmregistry.incidents.victim.domain.Sex;
import org.harmregistry.incidents.victim.domain.VictimContent;
import org.harmregistry.incidents.victim.domain.VictimName;

/**
 * A recorded person, as far as the rule counts by it.
 *
 * @param names all names, in any script
 */
public record KnownVictim(List<String> names, Sex sex, AgeGroup ageGroup, CivilianStatus status, boolean disputed,
        Outcome outcome) {

    public static KnownVictim of(VictimContent content) {
        return new KnownVictim(content.names().stream().map(VictimName::name).toList(), content.sex(), content.ageGroup(),
                content.status(), content.statusDisputed(), content.outcome());
    }

    /** A civilian until there is evidence otherwise. */
    private boolean isCivilian() {
        return status == CivilianStatus.CIVILIAN || status == CivilianStatus.UNKNOWN;
    }

    boolean countsInMinimum(Outcome wanted) {
        return isCivilian() && !disputed && outcome == wanted;
    }

    /** Whose status is disputed counts in the maximum, and so does whose death nobody has established. */
    boolean countsInMaximum(Outcome wanted) {
        return (isCivilian() || disputed) && (outcome == wanted || wanted == Outcome.KILLED && outcome == Outcome.MISSING);
    }
}
