package org.harmregistry.incidents.victim.domain;

/**
 * How many persons of one kind there are, in the words of the vocabularies.
 *
 * @param persons 1 or more
 */
public record VictimCount(String sex, String ageGroup, String status, String cause, String outcome, long persons) {

    VictimCount plus(long more) {
        return new VictimCount(sex, ageGroup, status, cause, outcome, persons + more);
    }
}
