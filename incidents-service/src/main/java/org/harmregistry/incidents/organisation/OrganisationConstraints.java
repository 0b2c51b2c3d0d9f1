package org.harmregistry.incidents.organisation;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.ConstraintCatalogue;
import org.harmregistry.kit.problem.FailureCode;

/** What breaches of the constraints on organisations mean; they happen only when two writers meet. */
@ApplicationScoped
public class OrganisationConstraints implements ConstraintCatalogue {

    @Override
    public Optional<FailureCode> failureOf(String constraint) {
        return "organisation_pk".equals(constraint) ? Optional.of(CommonFailure.ID_TAKEN) : Optional.empty();
    }
}
