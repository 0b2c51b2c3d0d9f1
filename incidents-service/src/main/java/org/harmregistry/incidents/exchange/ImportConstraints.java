package org.harmregistry.incidents.exchange;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.problem.ConstraintCatalogue;
import org.harmregistry.kit.problem.FailureCode;

/** What it means when two records would have one external id. */
@ApplicationScoped
public class ImportConstraints implements ConstraintCatalogue {

    @Override
    public Optional<FailureCode> failureOf(String constraint) {
        return constraint.equals("record_external_id_collection_organisation_system_value_uq")
                ? Optional.of(ImportFailure.EXTERNAL_ID_TAKEN)
                : Optional.empty();
    }
}
