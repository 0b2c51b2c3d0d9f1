/**
 * What may be fetched, from where, and what becomes of it.
 */
package org.harmregistry.sources.retrieval.domain;
