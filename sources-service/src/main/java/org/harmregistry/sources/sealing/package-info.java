/**
 * Sealing: what endangers people lies encrypted in the register, under one key for each source that can be destroyed alone.
 */
package org.harmregistry.sources.sealing;
