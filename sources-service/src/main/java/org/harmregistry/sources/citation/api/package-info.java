/**
 * Citations over HTTP.
 */
package org.harmregistry.sources.citation.api;
