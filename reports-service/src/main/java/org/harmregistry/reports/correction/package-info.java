/**
 * Corrections: the change feeds of the other services are followed, a published edition whose records changed is marked, and
 * the next one is prepared.
 */
package org.harmregistry.reports.correction;
