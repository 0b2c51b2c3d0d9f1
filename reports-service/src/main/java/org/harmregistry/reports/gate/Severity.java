package org.harmregistry.reports.gate;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a finding means for the edition. */
public enum Severity {
    /** The edition is held back until the cause is gone, or two people let it out in spite of it. */
    BLOCKS,
    /** People should look at it; the edition goes out. */
    WARNS;

    /** The severity as it stands in the API and in the register. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
