package org.harmregistry.local.loader.ucdp;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * One row of the UCDP Georeferenced Event Dataset, as published (Högbladh 2019, codebook 19.1); only the columns in use.
 *
 * @param typeOfViolence 1 state-based, 2 non-state, 3 one-sided
 * @param wherePrecision 1 exact to 7 unknown
 * @param datePrecision 1 day to 5 year
 * @param governorate {@code adm_1}, empty where the event is not placed in one
 */
public record GedEvent(String id, int typeOfViolence, String conflict, String dyad, Side a, Side b,
        int wherePrecision, String where, String governorate, BigDecimal latitude, BigDecimal longitude,
        int datePrecision, LocalDate from, LocalDate to, Deaths deaths, List<Citation> citations) {

    /** A side as published: one group, or several allied ones parted by a comma and a space. */
    public record Side(String actorId, String name) {

        /** The single groups. */
        public List<String> groups() {
            return List.of(name.split(", "));
        }
    }

    /** Deaths by the side they fell on, and the three estimates of all deaths, which need not be in order. */
    public record Deaths(int sideA, int sideB, int civilians, int unknown, int low, int best, int high) {
    }

    public boolean oneSided() {
        return typeOfViolence == 3;
    }

    /** The single groups of both sides, in the order of the row, each once; "Civilians" are no party to a conflict. */
    public List<String> groups() {
        return Stream.of(a, b).flatMap(side -> side.groups().stream()).filter(group -> !group.equals("Civilians"))
                .distinct().toList();
    }
}
