/**
 * Duplicates over HTTP.
 */
package org.harmregistry.sources.duplicate.api;
