package org.harmregistry.sources.citation.domain;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.source.domain.Texts;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A party that a source names.
 *
 * @param party its slug; absent if it is not known which party is meant
 * @param role what it has to do with the incident
 * @param asPrinted the source's own words for it; at most 200 characters
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClaimedParty(String party, ClaimedRole role, String asPrinted) {

    public ClaimedParty {
        Texts.formed(party, "[a-z0-9][a-z0-9_-]{0,79}", "/party", "A party is named by its slug, such as coalition.");
        Texts.bounded(asPrinted, 200, "/asPrinted");
        if (party == null && asPrinted == null) {
            throw Failure.at(CommonFailure.MISSING_FIELD, "/party", "Give the party's slug, or what is printed.");
        }
    }
}
