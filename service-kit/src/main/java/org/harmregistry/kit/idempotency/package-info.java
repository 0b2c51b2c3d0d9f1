/**
 * A retry of a POST with the same key gives the first answer again.
 */
package org.harmregistry.kit.idempotency;
