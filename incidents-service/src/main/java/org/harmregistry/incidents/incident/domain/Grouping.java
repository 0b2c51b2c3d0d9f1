package org.harmregistry.incidents.incident.domain;

import com.fasterxml.jackson.annotation.JsonValue;

/** By what totals are told apart. */
public enum Grouping implements Term {
    /** By the month of the start day, such as {@code 2017-06}. */
    MONTH("month"),
    /** By the week of the start day, from Monday to Sunday (ISO 8601), such as {@code 2017-W23}. */
    WEEK("week"),
    /** By the year of the start day. */
    YEAR("year"),
    /** By the two letters of the country. */
    COUNTRY("country"),
    /** By the code of the first-order area. */
    ADMIN1("admin1"),
    /** By the square of one degree that the point lies in, named by its middle: {@code 36.5,39.5}. */
    DEGREE("degree"),
    /** By the square of a tenth of a degree, about 10 km: {@code 35.95,39.05}. */
    TENTH_OF_DEGREE("tenthOfDegree"),
    /** By the square of a hundredth of a degree, about 1 km: {@code 35.955,39.015}. */
    HUNDREDTH_OF_DEGREE("hundredthOfDegree"),
    /** By the grading; {@code ungraded} where nobody has graded. */
    GRADING("grading"),
    /** By whether a strike was declared, likely, contested or claimed by one source. */
    STRIKE_STATUS("strikeStatus"),
    /** By each type of strike. */
    STRIKE_TYPE("strikeType"),
    /** By each party known or suspected to be responsible. */
    PARTY("party"),
    /** By each kind of infrastructure that was hit. */
    INFRASTRUCTURE("infrastructure"),
    /** By the sex of recorded victims; counts persons. */
    SEX("sex"),
    /** By the age group of recorded victims; counts persons. */
    AGE_GROUP("ageGroup"),
    /** By the cause of what was done to recorded victims (SDG 16.1.2); counts persons. */
    CAUSE("cause"),
    /** By whether recorded victims were civilians or who else (SDG 16.1.2); counts persons. */
    CIVILIAN_STATUS("civilianStatus");

    private final String term;

    Grouping(String term) {
        this.term = term;
    }

    @JsonValue
    @Override
    public String term() {
        return term;
    }

    /** True if an incident may stand in several groups, or in none. */
    public boolean overlaps() {
        return this == STRIKE_TYPE || this == PARTY || this == INFRASTRUCTURE || ofPersons();
    }

    /** True if it tells persons apart and not incidents. */
    public boolean ofPersons() {
        return this == SEX || this == AGE_GROUP || this == CAUSE || this == CIVILIAN_STATUS;
    }
}
