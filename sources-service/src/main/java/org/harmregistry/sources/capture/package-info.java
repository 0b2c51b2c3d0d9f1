/**
 * Captures: files that carry proof of themselves, such as web archives, ProofMode bundles and time-stamp tokens. They are
 * kept as received; what could be verified of them is said beside them.
 */
package org.harmregistry.sources.capture;
