package org.harmregistry.incidents.ruling.domain;

import org.harmregistry.incidents.incident.domain.Grading;
import org.harmregistry.incidents.incident.domain.IncidentState;
import org.harmregistry.incidents.incident.domain.StrikeStatus;
import org.harmregistry.incidents.incident.domain.Term;

/** What is ruled on. */
public enum RulingKind implements Term {
    GRADING("gradings", "graded") {
        @Override
        IncidentState settle(IncidentState state, String value) {
            return state.withFacts(state.facts().withGrading(Term.of(Grading.class, value).orElseThrow()));
        }
    },
    STRIKE_STATUS("strikeStatuses", "strike_status_ruled") {
        @Override
        IncidentState settle(IncidentState state, String value) {
            StrikeStatus status = Term.of(StrikeStatus.class, value).orElseThrow();
            return state.withContent(state.content().withStrikeStatus(status))
                    .withFacts(state.facts().withStrikeStatus(status));
        }
    };

    private final String collection;
    private final String change;

    RulingKind(String collection, String change) {
        this.collection = collection;
        this.change = change;
    }

    /** Plural noun, as in addresses and in the history. */
    public String collection() {
        return collection;
    }

    /** What happens to the incident when a ruling is confirmed, one word. */
    String change() {
        return change;
    }

    /** The incident once the ruling counts. */
    abstract IncidentState settle(IncidentState state, String value);
}
