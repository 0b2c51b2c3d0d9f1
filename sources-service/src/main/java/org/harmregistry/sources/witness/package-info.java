/**
 * Witnesses: who the person behind a source is, apart from what the source says, sealed, and opened by two custodians together.
 */
package org.harmregistry.sources.witness;
