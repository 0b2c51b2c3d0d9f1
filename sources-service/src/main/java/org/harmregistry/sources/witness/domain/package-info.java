/**
 * Identities of witnesses, the acts on them that need two custodians, and who may do what.
 */
package org.harmregistry.sources.witness.domain;
