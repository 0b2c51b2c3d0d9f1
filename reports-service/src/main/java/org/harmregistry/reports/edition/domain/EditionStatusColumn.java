package org.harmregistry.reports.edition.domain;

import java.util.Locale;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** The status in the register is the word of the API. */
@Converter
class EditionStatusColumn implements AttributeConverter<EditionStatus, String> {

    @Override
    public String convertToDatabaseColumn(EditionStatus status) {
        return status.word();
    }

    @Override
    public EditionStatus convertToEntityAttribute(String word) {
        return EditionStatus.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
