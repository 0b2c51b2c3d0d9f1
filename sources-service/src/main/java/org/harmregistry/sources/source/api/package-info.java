/**
 * Sources over HTTP.
 */
package org.harmregistry.sources.source.api;
