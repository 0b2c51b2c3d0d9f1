package org.harmregistry.kit.problem;

import java.util.Locale;

/**
 * One entry of a service's error catalogue, implemented by an enum. The constant's name in lower case is the {@code code} on
 * the wire; once published it is never given another meaning.
 */
public interface FailureCode {

    String name();

    FailureKind kind();

    /** A short sentence for people, the same for every occurrence. */
    String title();

    default String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
