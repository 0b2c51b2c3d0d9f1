package org.harmregistry.reports.definition.store;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.problem.ConstraintCatalogue;
import org.harmregistry.kit.problem.FailureCode;
import org.harmregistry.reports.definition.domain.DefinitionFailure;

/** What the breach of a constraint of this service's tables means. */
@ApplicationScoped
class DefinitionConstraints implements ConstraintCatalogue {

    @Override
    public Optional<FailureCode> failureOf(String constraint) {
        return "report_definition_slug_uq".equals(constraint) ? Optional.of(DefinitionFailure.SLUG_TAKEN) : Optional.empty();
    }
}
