package org.harmregistry.sources;

import java.lang.reflect.Type;

import jakarta.inject.Singleton;

import org.hibernate.type.format.AbstractJsonFormatMapper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.hibernate.orm.JsonFormat;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;

/**
 * Keeps values in columns of JSON as they stand on the wire, so that they can be answered, searched and filtered as they are.
 * What was kept in another writing before (dates as lists of numbers, members that are null) is still read.
 */
@Singleton
@JsonFormat
@PersistenceUnitExtension
public class KeptJson extends AbstractJsonFormatMapper {

    private final ObjectMapper writing;
    private final ObjectMapper reading = new ObjectMapper().findAndRegisterModules();

    public KeptJson(ObjectMapper writing) {
        this.writing = writing;
    }

    @Override
    protected <T> T fromString(CharSequence text, Type type) {
        try {
            return reading.readValue(text.toString(), reading.constructType(type));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A column of JSON does not hold what it should.", e);
        }
    }

    @Override
    protected <T> String toString(T value, Type type) {
        try {
            return writing.writerFor(writing.constructType(type)).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A value cannot be kept as JSON.", e);
        }
    }
}
