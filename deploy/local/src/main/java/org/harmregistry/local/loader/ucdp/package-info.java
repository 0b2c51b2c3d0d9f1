/** Turns UCDP GED rows into incidents, sources and citations, and applies the two rules of suspicion. */
package org.harmregistry.local.loader.ucdp;
