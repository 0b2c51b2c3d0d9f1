package org.harmregistry.sources;

import java.util.Locale;

import jakarta.persistence.AttributeConverter;

/** Keeps a vocabulary in its column as it stands on the wire, in lower_snake_case. */
public abstract class LowerCaseColumn<E extends Enum<E>> implements AttributeConverter<E, String> {

    private final Class<E> vocabulary;

    protected LowerCaseColumn(Class<E> vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public String convertToDatabaseColumn(E value) {
        return value == null ? null : value.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public E convertToEntityAttribute(String column) {
        return column == null ? null : Enum.valueOf(vocabulary, column.toUpperCase(Locale.ROOT));
    }
}
