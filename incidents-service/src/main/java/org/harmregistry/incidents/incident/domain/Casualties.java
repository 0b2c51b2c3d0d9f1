package org.harmregistry.incidents.incident.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Killed, or injured, by group. The groups overlap: children, women and men are not added to civilians.
 *
 * @param civilians all civilians; a person of disputed status counts in the maximum only
 * @param children under 18
 * @param women adult women
 * @param men adult men
 * @param humanRightsDefenders civilians who defend human rights
 * @param journalists civilians who report
 * @param healthcarePersonnel civilians who care for the sick and wounded
 * @param otherProtectedPersons protected by humanitarian law without being civilians, such as army chaplains and medics
 * @param personsHorsDeCombat who no longer fight, such as prisoners and the wounded
 * @param belligerents members of armed forces, and who takes a direct part in hostilities
 * @param undetermined of whom no source says what they were
 */
public record Casualties(CasualtyRange civilians, CasualtyRange children, CasualtyRange women, CasualtyRange men,
        CasualtyRange humanRightsDefenders, CasualtyRange journalists, CasualtyRange healthcarePersonnel,
        CasualtyRange otherProtectedPersons, CasualtyRange personsHorsDeCombat, CasualtyRange belligerents,
        CasualtyRange undetermined) {

    /** The same, each group that the other names replaced by the other's. */
    public Casualties overlaidBy(Casualties other) {
        return new Casualties(or(other.civilians, civilians), or(other.children, children), or(other.women, women),
                or(other.men, men), or(other.humanRightsDefenders, humanRightsDefenders), or(other.journalists, journalists),
                or(other.healthcarePersonnel, healthcarePersonnel), or(other.otherProtectedPersons, otherProtectedPersons),
                or(other.personsHorsDeCombat, personsHorsDeCombat), or(other.belligerents, belligerents),
                or(other.undetermined, undetermined));
    }

    /**
     * The groups of which at least more are named than there are civilians at most, by the names of their fields. It may be
     * right, for children may be no civilians; more often it is a slip.
     */
    List<String> largerThanCivilians() {
        if (civilians == null || civilians.max() == null) {
            return List.of();
        }
        Map<String, CasualtyRange> groups = new LinkedHashMap<>();
        groups.put("children", children);
        groups.put("women", women);
        groups.put("men", men);
        groups.put("humanRightsDefenders", humanRightsDefenders);
        groups.put("journalists", journalists);
        groups.put("healthcarePersonnel", healthcarePersonnel);
        return groups.entrySet().stream().filter(group -> group.getValue() != null && group.getValue().min() != null
                && group.getValue().min() > civilians.max()).map(Map.Entry::getKey).toList();
    }

    private static CasualtyRange or(CasualtyRange first, CasualtyRange second) {
        return first == null ? second : first;
    }
}
