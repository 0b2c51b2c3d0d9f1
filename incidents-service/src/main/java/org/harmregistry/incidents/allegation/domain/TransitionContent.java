package org.harmregistry.incidents.allegation.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.harmregistry.incidents.record.Fields;
import org.harmregistry.incidents.record.RecordContent;
import org.harmregistry.incidents.record.SourceReference;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * A transition of an allegation as it is written.
 *
 * @param to the state that the allegation came into
 * @param on the day on which it did, by the world's clock
 * @param publishedOn the day from which the world could know it; the same day unless given
 * @param source where it is said
 * @param reasonCodes why, with an outcome
 * @param methods what the party's assessor used
 * @param standardOfProof how sure the party says that it had to be, with an outcome
 * @param conceded the harm that the party concedes, with credible only
 * @param partyPlace where the party now says that it was
 * @param duplicateOf the allegation to the same party that this one repeats, with duplicate only
 * @param note the registry's own note, never public, at most 10,000 characters
 */
public record TransitionContent(AllegationState to, LocalDate on, LocalDate publishedOn, SourceReference source,
        List<ReasonCode> reasonCodes, List<AssessmentMethod> methods, AssessmentStandard standardOfProof, Conceded conceded,
        PartyPlace partyPlace, UUID duplicateOf, String note) implements RecordContent {

    public TransitionContent {
        Fields.required(to, "/to");
        Fields.day(Fields.required(on, "/on"), "/on");
        Fields.day(publishedOn, "/publishedOn");
        reasonCodes = Fields.list(reasonCodes, "/reasonCodes");
        methods = Fields.list(methods, "/methods");
    }

    /** The transition with which every path begins. */
    static TransitionContent received(LocalDate on, SourceReference source) {
        return new TransitionContent(AllegationState.RECEIVED, on, null, source, null, null, null, null, null, null, null);
    }

    @Override
    public void check() {
        check("");
    }

    void check(String pointer) {
        Fields.atMost(Fields.MAX_TEXT, note, pointer + "/note");
        SourceReference.check(source);
        Fields.ordered(on, publishedOn, pointer + "/publishedOn");
        checkReasons(pointer);
        if (partyPlace != null) {
            partyPlace.check(pointer + "/partyPlace");
        }
        if (conceded != null) {
            require(to == AllegationState.CREDIBLE, AllegationFailure.CONCEDED_NOT_TAKEN, pointer + "/conceded");
            conceded.check(pointer + "/conceded");
        }
        require(standardOfProof == null || to.isOutcome(), AllegationFailure.OUTCOME_FIELDS_NOT_TAKEN,
                pointer + "/standardOfProof");
        require(duplicateOf != null || to != AllegationState.DUPLICATE, AllegationFailure.DUPLICATE_OF_MISSING,
                pointer + "/duplicateOf");
        require(duplicateOf == null || to == AllegationState.DUPLICATE, AllegationFailure.DUPLICATE_OF_NOT_TAKEN,
                pointer + "/duplicateOf");
    }

    private void checkReasons(String pointer) {
        for (int i = 0; i < reasonCodes.size(); i++) {
            require(reasonCodes.get(i).explains(to), AllegationFailure.REASON_CODE_NOT_TAKEN, pointer + "/reasonCodes/" + i);
            if (reasonCodes.indexOf(reasonCodes.get(i)) < i) {
                throw Failure.at(CommonFailure.INVALID_VALUE, pointer + "/reasonCodes/" + i, "This reason stands twice.");
            }
        }
    }

    private static void require(boolean allowed, AllegationFailure failure, String pointer) {
        if (!allowed) {
            throw Failure.at(failure, pointer, failure.title() + ".");
        }
    }

    /** From which day the world could know it. */
    public LocalDate knownOn() {
        return publishedOn == null ? on : publishedOn;
    }

    /** As the party may see it: without the registry's note. */
    public TransitionContent forParty() {
        return new TransitionContent(to, on, publishedOn, source, reasonCodes, methods, standardOfProof, conceded, partyPlace,
                duplicateOf, null);
    }

    /** As everybody may see it: the place at public accuracy only. */
    public TransitionContent forEverybody() {
        return new TransitionContent(to, on, publishedOn, source, reasonCodes, methods, standardOfProof, conceded,
                PartyPlace.blurred(partyPlace), duplicateOf, null);
    }
}
