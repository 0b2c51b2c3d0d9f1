package org.harmregistry.incidents.record;

import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.ConstraintCatalogue;
import org.harmregistry.kit.problem.FailureCode;

/** What breaches of the constraints on the records about parties mean; they happen only when two writers meet. */
@ApplicationScoped
public class PartyConstraints implements ConstraintCatalogue {

    private static final Map<String, FailureCode> FAILURES = Map.of(
            "party_pk", CommonFailure.ID_TAKEN,
            "tally_pk", CommonFailure.ID_TAKEN,
            "denominator_pk", CommonFailure.ID_TAKEN,
            "statement_pk", CommonFailure.ID_TAKEN,
            "commitment_pk", CommonFailure.ID_TAKEN,
            "demand_pk", CommonFailure.ID_TAKEN,
            "commitment_party_fk", PartyFailure.PARTY_UNKNOWN,
            "demand_party_fk", PartyFailure.PARTY_UNKNOWN,
            "redress_pk", CommonFailure.ID_TAKEN,
            "redress_party_fk", PartyFailure.PARTY_UNKNOWN);

    @Override
    public Optional<FailureCode> failureOf(String constraint) {
        return Optional.ofNullable(FAILURES.get(constraint));
    }
}
