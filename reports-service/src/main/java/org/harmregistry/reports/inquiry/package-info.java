/**
 * Questions that cost as much as an edition and whose answers nobody publishes, answered while nobody waits: which
 * replica does it, how it stands, and what came out.
 */
package org.harmregistry.reports.inquiry;
