package org.harmregistry.incidents.incident.store;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import org.harmregistry.incidents.incident.domain.IncidentStatus;
import org.harmregistry.incidents.incident.domain.Term;

/** Keeps the status in its column as it is written on the wire. */
@Converter(autoApply = true)
public class IncidentStatusColumn implements AttributeConverter<IncidentStatus, String> {

    @Override
    public String convertToDatabaseColumn(IncidentStatus value) {
        return value == null ? null : value.term();
    }

    @Override
    public IncidentStatus convertToEntityAttribute(String term) {
        return term == null ? null : Term.of(IncidentStatus.class, term).orElseThrow();
    }
}
