package org.harmregistry.incidents.record;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A span of time from the first day of one date to the last day of another. */
@Schema(description = "A period, both ends included; an absent end is unknown or open.")
public record Period(PartialDate from, PartialDate to) {

    /** The first day, or {@code null} if the period has no known beginning. */
    public LocalDate firstDay() {
        return from == null ? null : from.firstDay();
    }

    public LocalDate lastDay() {
        return to == null ? null : to.lastDay();
    }

    public void check(String pointer) {
        Fields.ordered(firstDay(), lastDay(), pointer);
    }
}
