package org.harmregistry.incidents.count.domain;

/**
 * What the rule made of the persons that are known one by one.
 *
 * @param killedAtLeast fewest persons that the names of the killed can be; the minimum is not below it
 * @param killedAtMost recorded persons who were or may have been killed, those of disputed status among them
 * @param injuredAtLeast the same of the injured
 * @param injuredAtMost the same of the injured
 */
public record UsedVictims(int killedAtLeast, int killedAtMost, int injuredAtLeast, int injuredAtMost) {
}
