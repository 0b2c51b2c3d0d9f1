/**
 * Telling subscribers what became of editions, so that nothing is lost.
 */
package org.harmregistry.reports.delivery;
