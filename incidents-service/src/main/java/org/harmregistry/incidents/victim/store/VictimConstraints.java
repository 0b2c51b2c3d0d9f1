package org.harmregistry.incidents.victim.store;

import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.victim.domain.VictimFailure;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.ConstraintCatalogue;
import org.harmregistry.kit.problem.FailureCode;

/** What it means when a constraint of the victims' tables is breached. */
@ApplicationScoped
public class VictimConstraints implements ConstraintCatalogue {

    private static final Map<String, FailureCode> FAILURES = Map.of(
            "victim_pk", CommonFailure.ID_NOT_AVAILABLE,
            "victim_register_id_incident_system_value_uq", VictimFailure.REGISTER_ID_TAKEN);

    @Override
    public Optional<FailureCode> failureOf(String constraint) {
        return Optional.ofNullable(FAILURES.get(constraint));
    }
}
