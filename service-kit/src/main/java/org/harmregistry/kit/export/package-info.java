/**
 * Whole collections as CSV, GeoJSON or NDJSON, streamed with flat memory from one state of the register at the reader's own
 * pace.
 */
package org.harmregistry.kit.export;
