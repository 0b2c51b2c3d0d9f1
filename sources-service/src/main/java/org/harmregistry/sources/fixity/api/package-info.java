/**
 * Findings of fixity over HTTP.
 */
package org.harmregistry.sources.fixity.api;
