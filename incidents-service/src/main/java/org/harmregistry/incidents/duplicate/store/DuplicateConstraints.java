package org.harmregistry.incidents.duplicate.store;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.duplicate.domain.DuplicateFailure;
import org.harmregistry.kit.problem.ConstraintCatalogue;
import org.harmregistry.kit.problem.FailureCode;

/** What it means when a constraint of dismissals is breached, by requests that ran side by side. */
@ApplicationScoped
public class DuplicateConstraints implements ConstraintCatalogue {

    @Override
    public Optional<FailureCode> failureOf(String constraint) {
        return constraint.equals("duplicate_dismissal_first_second_uq") ? Optional.of(DuplicateFailure.ALREADY_DISMISSED)
                : Optional.empty();
    }
}
