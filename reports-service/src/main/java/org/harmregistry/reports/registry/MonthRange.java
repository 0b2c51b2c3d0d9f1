package org.harmregistry.reports.registry;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** A period whose ends are days, months or years, as published. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record MonthRange(String from, String to) {

    /** Whether it has a day in common with a period; an absent end is open. A month meets each of its days. */
    public boolean meets(String first, String last) {
        return !isBefore(to, first) && !isBefore(last, from);
    }

    private static boolean isBefore(String one, String other) {
        if (one == null || other == null) {
            return false;
        }
        int common = Math.min(one.length(), other.length());
        return one.substring(0, common).compareTo(other.substring(0, common)) < 0;
    }
}
