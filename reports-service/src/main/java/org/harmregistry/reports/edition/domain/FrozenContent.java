package org.harmregistry.reports.edition.domain;

/**
 * What of a published edition stands in the register itself.
 *
 * @param figures the figures as JSON
 * @param files the files as JSON
 * @param credits the credits as JSON
 * @param changes what differs from the edition before, as JSON; {@code null} for the first one
 */
record FrozenContent(String figures, String files, String credits, String changes) {
}
