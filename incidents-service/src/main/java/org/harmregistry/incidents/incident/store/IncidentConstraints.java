package org.harmregistry.incidents.incident.store;

import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.incident.domain.IncidentFailure;
import org.harmregistry.incidents.record.PartyFailure;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.ConstraintCatalogue;
import org.harmregistry.kit.problem.FailureCode;

/** What it means when a constraint of an incident's tables is breached, by requests that ran side by side. */
@ApplicationScoped
public class IncidentConstraints implements ConstraintCatalogue {

    private static final Map<String, FailureCode> FAILURES = Map.of(
            "incident_pk", CommonFailure.ID_NOT_AVAILABLE,
            "incident_external_id_organisation_system_value_uq", IncidentFailure.EXTERNAL_ID_TAKEN,
            "incident_party_party_fk", PartyFailure.PARTY_UNKNOWN);

    @Override
    public Optional<FailureCode> failureOf(String constraint) {
        return Optional.ofNullable(FAILURES.get(constraint));
    }
}
