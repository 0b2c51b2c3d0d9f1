package org.harmregistry.incidents.incident.store;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import org.harmregistry.incidents.incident.domain.Publication;
import org.harmregistry.incidents.incident.domain.Term;

/** Keeps the publication in its column as it is written on the wire. */
@Converter(autoApply = true)
public class PublicationColumn implements AttributeConverter<Publication, String> {

    @Override
    public String convertToDatabaseColumn(Publication value) {
        return value == null ? null : value.term();
    }

    @Override
    public Publication convertToEntityAttribute(String term) {
        return term == null ? null : Term.of(Publication.class, term).orElseThrow();
    }
}
