package org.harmregistry.incidents.allegation.domain;

import org.harmregistry.incidents.incident.domain.CasualtyRange;
import org.harmregistry.incidents.record.Fields;
import org.harmregistry.incidents.record.PartyFailure;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * How many people a party concedes, in numbers or, where it gives none, in its words.
 *
 * @param civilians civilians, from at least to at most
 * @param words the party's words where it gives no number, at most 300 characters; words stay words
 */
public record ConcededCount(CasualtyRange civilians, String words) {

    public ConcededCount {
        Fields.name(words, "/words");
        if (words == null && (civilians == null || civilians.min() == null && civilians.max() == null)) {
            throw Failure.at(CommonFailure.MISSING_FIELD, "/civilians", "Give a number, or the party's words.");
        }
    }

    void check(String pointer) {
        Fields.atMost(Fields.MAX_LINE, words, pointer + "/words");
        if (civilians != null && words != null) {
            throw Failure.at(PartyFailure.NUMBER_OR_WORDS, pointer + "/words",
                    "Give numbers, or the words where the party gives no number.");
        }
    }
}
