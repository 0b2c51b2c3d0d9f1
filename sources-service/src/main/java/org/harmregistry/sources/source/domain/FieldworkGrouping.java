package org.harmregistry.sources.source.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what visits and interviews are counted apart. */
public enum FieldworkGrouping {

    KIND,
    COUNTRY,
    ADMIN1,
    ADMIN2,
    /** The place's name, as far as the reader is shown it. */
    PLACE,
    /** The month of the visit or interview. */
    MONTH,
    /** Whether an interview was held in person or from afar; site visits have none. */
    MODE,
    /** The family's code; never for everybody. */
    FAMILY;

    public String term() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FieldworkGrouping> of(String term) {
        return Arrays.stream(values()).filter(each -> each.term().equals(term)).findFirst();
    }
}
