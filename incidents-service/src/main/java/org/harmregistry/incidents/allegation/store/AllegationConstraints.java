package org.harmregistry.incidents.allegation.store;

import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.allegation.domain.AllegationFailure;
import org.harmregistry.incidents.record.PartyFailure;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.ConstraintCatalogue;
import org.harmregistry.kit.problem.FailureCode;

/** What breaches of the constraints on allegations mean; they happen only when two writers meet. */
@ApplicationScoped
public class AllegationConstraints implements ConstraintCatalogue {

    private static final Map<String, FailureCode> FAILURES = Map.of(
            "allegation_pk", CommonFailure.ID_NOT_AVAILABLE,
            "allegation_party_fk", PartyFailure.PARTY_UNKNOWN,
            "allegation_incident_fk", AllegationFailure.INCIDENT_UNKNOWN,
            "allegation_duplicate_of_fk", AllegationFailure.ALLEGATION_UNKNOWN);

    @Override
    public Optional<FailureCode> failureOf(String constraint) {
        return Optional.ofNullable(FAILURES.get(constraint));
    }
}
