package org.harmregistry.incidents.incident.store;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import org.harmregistry.incidents.incident.domain.Grading;
import org.harmregistry.incidents.incident.domain.Term;

/** Keeps the grading in its column as it is written on the wire. */
@Converter(autoApply = true)
public class GradingColumn implements AttributeConverter<Grading, String> {

    @Override
    public String convertToDatabaseColumn(Grading value) {
        return value == null ? null : value.term();
    }

    @Override
    public Grading convertToEntityAttribute(String term) {
        return term == null ? null : Term.of(Grading.class, term).orElseThrow();
    }
}
