/**
 * Identities of witnesses over HTTP.
 */
package org.harmregistry.sources.witness.api;
