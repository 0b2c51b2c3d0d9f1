package org.harmregistry.sources.source.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;

import org.junit.jupiter.api.Test;

class SourceRowTest {

    /** Columns with a default that is right for every new source: nothing restricted, nothing said about consent. */
    private static final List<String> BY_DEFAULT = List.of("frozen", "hidden", "consentPublish", "consentUntil", "keptOnly");

    /** A field of the entity that the row forgets would be lost with every import. */
    @Test
    void holdsWhateverTheEntityKeeps() {
        List<String> row = Stream.of(SourceRow.class.getRecordComponents()).map(RecordComponent::getName).toList();

        assertThat(kept(Source.class)).contains("id", "content", "importDigest", "publicVersion")
                .filteredOn(name -> !BY_DEFAULT.contains(name)).containsExactlyInAnyOrderElementsOf(row);
    }

    private static List<String> kept(Class<?> type) {
        return Stream.of(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .filter(SourceRowTest::isWritten)
                .flatMap(field -> field.isAnnotationPresent(Embedded.class) ? kept(field.getType()).stream()
                        : Stream.of(field.getName()))
                .toList();
    }

    private static boolean isWritten(Field field) {
        Column column = field.getAnnotation(Column.class);
        return column == null || column.insertable();
    }
}
