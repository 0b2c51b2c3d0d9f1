package org.harmregistry.incidents.victim.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.harmregistry.incidents.incident.domain.ExternalId;
import org.harmregistry.incidents.record.Fields;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What is recorded of one person. Witnesses are never recorded here.
 *
 * @param names names in several languages and scripts, at most 20; none for a person whose name is not known
 * @param familyGroup the family that the person was harmed with
 * @param sex {@code unknown} unless given
 * @param ageGroup follows from the age, else {@code unknown} unless given
 * @param age years at the time of the harm, 0 to 130
 * @param pregnant whether the person was pregnant
 * @param status {@code civilian} unless given: whoever is not shown to be something else is a civilian
 * @param statusDisputed whether sources dispute that status; the person then counts in the maximum only
 * @param cause what did the harm; {@code unknown} unless given
 * @param timeline what the person was found to be, the earliest first; 1 to 20 entries
 * @param externalIds ids in other registers of persons, at most 20; each stands for one person of an incident
 * @param sources ids of the sources that tell of the person, at most 50
 * @param notes at most 10,000 characters
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record VictimContent(List<VictimName> names, FamilyGroup familyGroup, Sex sex, AgeGroup ageGroup, Integer age,
        Boolean pregnant, CivilianStatus status, Boolean statusDisputed, HarmCause cause, List<StatusEntry> timeline,
        List<ExternalId> externalIds, List<UUID> sources, String notes) {

    private static final int ADULT_FROM = 18;
    private static final int OLDEST = 130;

    /** @throws Failure 400 for what is malformed in itself */
    public VictimContent {
        names = list(names, 20, "/names");
        sex = sex == null ? Sex.UNKNOWN : sex;
        if (age != null && (age < 0 || age > OLDEST)) {
            throw Failure.at(CommonFailure.INVALID_VALUE, "/age", "A whole number of years from 0 to 130.");
        }
        if ((ageGroup == null || ageGroup == AgeGroup.UNKNOWN) && age != null) {
            ageGroup = groupOf(age);
        }
        ageGroup = ageGroup == null ? AgeGroup.UNKNOWN : ageGroup;
        status = status == null ? CivilianStatus.CIVILIAN : status;
        statusDisputed = statusDisputed != null && statusDisputed;
        cause = cause == null ? HarmCause.UNKNOWN : cause;
        timeline = list(timeline, 20, "/timeline");
        if (timeline.isEmpty()) {
            throw Failure.at(CommonFailure.MISSING_FIELD, "/timeline", "Say at least once what became of the person.");
        }
        externalIds = list(externalIds, 20, "/externalIds");
        sources = list(sources, 50, "/sources");
    }

    private static <T> List<T> list(List<T> values, int atMost, String pointer) {
        List<T> taken = Fields.list(values, pointer);
        if (taken.size() > atMost) {
            throw Failure.at(CommonFailure.INVALID_VALUE, pointer, "At most " + atMost + " items.");
        }
        return taken;
    }

    private static AgeGroup groupOf(int age) {
        return age < ADULT_FROM ? AgeGroup.CHILD : AgeGroup.ADULT;
    }

    /** @throws Failure 422 if what is well-formed contradicts itself or is too long */
    void check() {
        for (int i = 0; i < names.size(); i++) {
            Fields.atMost(Fields.MAX_LINE, names.get(i).name(), "/names/" + i + "/name");
        }
        if (familyGroup != null) {
            Fields.atMost(Fields.MAX_LINE, familyGroup.label(), "/familyGroup/label");
            Fields.atMost(FamilyGroup.MAX_RELATION, familyGroup.relation(), "/familyGroup/relation");
        }
        Fields.atMost(Fields.MAX_TEXT, notes, "/notes");
        if (age != null && groupOf(age) != ageGroup) {
            throw Failure.at(VictimFailure.PERSON_CONTRADICTORY, "/ageGroup", "The age is that of the other group.");
        }
        if (Boolean.TRUE.equals(pregnant) && sex == Sex.MAN) {
            throw Failure.at(VictimFailure.PERSON_CONTRADICTORY, "/pregnant", "The sex says otherwise.");
        }
        Timeline.check(timeline);
        Set<ExternalId> seen = new HashSet<>();
        for (int i = 0; i < externalIds.size(); i++) {
            if (!seen.add(externalIds.get(i))) {
                throw Failure.at(VictimFailure.REGISTER_ID_REPEATED, "/externalIds/" + i, "This id stands twice.");
            }
        }
    }

    public Outcome outcome() {
        return Timeline.outcome(timeline);
    }

    public boolean hasName() {
        return !names.isEmpty();
    }
}
