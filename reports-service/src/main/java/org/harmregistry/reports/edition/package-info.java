/**
 * Editions: what a report said for a period, frozen.
 */
package org.harmregistry.reports.edition;
