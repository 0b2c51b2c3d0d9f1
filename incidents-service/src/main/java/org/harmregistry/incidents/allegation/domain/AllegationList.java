package org.harmregistry.incidents.allegation.domain;

import java.time.Instant;

import org.harmregistry.kit.paging.Page;

/**
 * A page of allegations.
 *
 * @param page the page
 * @param count how many there are on all pages; {@code null} unless asked for
 * @param asOf the instant as of which it was answered; {@code null} for the present
 */
public record AllegationList(Page<Allegation> page, Long count, Instant asOf) {
}
