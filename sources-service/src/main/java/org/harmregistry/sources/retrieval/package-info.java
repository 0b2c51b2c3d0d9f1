/**
 * Fetching a source's page from the web: off unless the operator switches it on, and never from the operator's own network.
 */
package org.harmregistry.sources.retrieval;
