/**
 * A scanner over its own protocol.
 */
package org.harmregistry.sources.scanning.store;
