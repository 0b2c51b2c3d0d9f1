/**
 * Revisions and the change feed, written in the transaction of the change.
 */
package org.harmregistry.kit.history;
