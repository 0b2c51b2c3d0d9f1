package org.harmregistry.incidents.victim.domain;

/**
 * One row of an import.
 *
 * @param incident id or code of the incident in which the person was harmed
 * @param content what it says of the person
 */
record VictimRow(String incident, VictimContent content) {
}
