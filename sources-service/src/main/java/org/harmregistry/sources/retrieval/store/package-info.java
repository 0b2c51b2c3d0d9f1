/**
 * The web, as far as it may be reached.
 */
package org.harmregistry.sources.retrieval.store;
