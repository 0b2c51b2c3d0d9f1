/**
 * Definitions of reports: what is published, from which records, for which periods.
 */
package org.harmregistry.reports.definition;
