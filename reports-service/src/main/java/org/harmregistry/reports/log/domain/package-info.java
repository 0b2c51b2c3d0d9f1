/**
 * Leaves, tree, checkpoints, and the rules by which they are signed.
 */
package org.harmregistry.reports.log.domain;
