/**
 * Citations: which source is named for which incident, and how it speaks of it.
 */
package org.harmregistry.sources.citation;
