package org.harmregistry.incidents.ruling.domain;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;

import org.harmregistry.incidents.incident.domain.Reason;
import org.harmregistry.incidents.incident.domain.Term;
import org.harmregistry.incidents.record.Fields;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * What an analyst proposes.
 *
 * @param value word of the vocabulary of what is ruled on
 * @param standardOfProof how sure the analyst is
 * @param reason why, at most 2,000 characters
 * @param sources ids of the sources that it rests on, at most 50
 */
public record Proposal(String value, StandardOfProof standardOfProof, String reason, List<UUID> sources) {

    private static final int MAX_SOURCES = 50;

    /** A proposal whose value came under a field of the given name. */
    public static Proposal of(String field, Term value, StandardOfProof standardOfProof, String reason, List<UUID> sources) {
        return new Proposal(Fields.required(value, "/" + field).term(), standardOfProof, reason, sources);
    }

    public Proposal {
        Fields.required(standardOfProof, "/standardOfProof");
        reason = new Reason(Fields.required(reason, "/reason")).reason();
        sources = Fields.list(sources, "/sources");
        if (sources.size() > MAX_SOURCES) {
            throw Failure.at(CommonFailure.INVALID_VALUE, "/sources", "At most 50 items.");
        }
        if (new HashSet<>(sources).size() < sources.size()) {
            throw Failure.at(CommonFailure.INVALID_VALUE, "/sources", "Each source once.");
        }
    }
}
