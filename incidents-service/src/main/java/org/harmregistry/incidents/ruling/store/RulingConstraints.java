package org.harmregistry.incidents.ruling.store;

import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.ruling.domain.RulingFailure;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.ConstraintCatalogue;
import org.harmregistry.kit.problem.FailureCode;

/** What it means when a constraint of the rulings' tables is breached, by requests that ran side by side. */
@ApplicationScoped
public class RulingConstraints implements ConstraintCatalogue {

    private static final Map<String, FailureCode> FAILURES = Map.of(
            "ruling_incident_kind_number_uq", CommonFailure.CONFLICT_WITH_STATE,
            "ruling_confirmation_pk", RulingFailure.ALREADY_CONFIRMED,
            "ruling_confirmation_second_person_ck", RulingFailure.SECOND_PERSON_REQUIRED);

    @Override
    public Optional<FailureCode> failureOf(String constraint) {
        return Optional.ofNullable(FAILURES.get(constraint));
    }
}
