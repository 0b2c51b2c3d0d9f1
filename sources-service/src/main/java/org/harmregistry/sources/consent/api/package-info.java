/**
 * Consents over HTTP.
 */
package org.harmregistry.sources.consent.api;
