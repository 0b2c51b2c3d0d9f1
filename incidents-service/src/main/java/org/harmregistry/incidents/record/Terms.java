package org.harmregistry.incidents.record;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/** Terms of a vocabulary as they stand on the wire and in the database: the constant's name in lower case. */
public final class Terms {

    private Terms() {
    }

    /** The term, or {@code null} for {@code null}. */
    public static String of(Enum<?> value) {
        return value == null ? null : value.name().toLowerCase(Locale.ROOT);
    }

    /** Reads a query parameter that takes one term; {@code null} if it is not given. */
    public static <E extends Enum<E>> E parameter(Class<E> vocabulary, String name, String text) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(vocabulary.getEnumConstants()).filter(value -> of(value).equals(text)).findFirst()
                .orElseThrow(() -> Failure.atParameter(CommonFailure.INVALID_PARAMETER, name, "One of "
                        + Arrays.stream(vocabulary.getEnumConstants()).map(Terms::of).collect(Collectors.joining(", ")) + "."));
    }
}
