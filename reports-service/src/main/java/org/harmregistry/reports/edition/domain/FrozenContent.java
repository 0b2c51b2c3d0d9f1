package org.harmregistry.reports.edition.domain;

/**
 * What of a published edition stands in the register itself.
 *
 * @param figures the figures as JSON
 * @param files the files as JSON
 * @param credits the credits as JSON
 */
record FrozenContent(String figures, String files, String credits) {
}
