/**
 * Runs, their steps, and those that this replica is making.
 */
package org.harmregistry.reports.run.domain;
