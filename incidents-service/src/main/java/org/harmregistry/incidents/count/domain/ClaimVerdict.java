package org.harmregistry.incidents.count.domain;

import org.harmregistry.incidents.incident.domain.Term;

import com.fasterxml.jackson.annotation.JsonValue;

/** What the rule made of a claim. */
public enum ClaimVerdict implements Term {
    COUNTED,
    /** The source claims nothing of this. */
    NOTHING_CLAIMED,
    /** It contradicts or only mentions the incident. */
    NOT_IN_SUPPORT,
    /** The source was judged unreliable, or what it says doubtful. */
    NOT_CREDIBLE,
    /** It repeats a source that counts already. */
    REPEATS,
    /** Its words stand in no codebook, or mean two things. */
    WORDS_NOT_UNDERSTOOD;

    @JsonValue
    @Override
    public String term() {
        return Term.super.term();
    }
}
