/**
 * Custody on the wire.
 */
package org.harmregistry.sources.custody.api;
