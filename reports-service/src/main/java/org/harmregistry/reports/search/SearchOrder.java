package org.harmregistry.reports.search;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** In which order incidents are listed. */
public enum SearchOrder {
    /** By start day, the newest first; where none is asked for. */
    NEWEST("-occurred.from"),
    /** By start day, the oldest first. */
    OLDEST("occurred.from"),
    /** By the lower number of civilians killed, the most first. */
    KILLED("-killed");

    private final String parameter;

    SearchOrder(String parameter) {
        this.parameter = parameter;
    }

    /** The order's name in addresses of pages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The same in the registry's own terms. */
    String parameter() {
        return parameter;
    }

    static Optional<SearchOrder> of(String word) {
        return Stream.of(values()).filter(order -> order.word().equals(word)).findFirst();
    }
}
