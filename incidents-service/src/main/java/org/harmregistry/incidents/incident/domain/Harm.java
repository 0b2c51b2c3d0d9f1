package org.harmregistry.incidents.incident.domain;

/**
 * What was done to people.
 *
 * @param reported whether any source reports harm to civilians
 * @param killed people killed
 * @param injured people injured
 * @param totalsAsPublished a data set's own estimate of all deaths
 */
public record Harm(Boolean reported, Casualties killed, Casualties injured, TotalsAsPublished totalsAsPublished) {
}
