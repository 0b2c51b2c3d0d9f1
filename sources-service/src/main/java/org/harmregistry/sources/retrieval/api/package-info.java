/**
 * Fetching over HTTP.
 */
package org.harmregistry.sources.retrieval.api;
