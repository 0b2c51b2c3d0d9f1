/**
 * Allegations over HTTP.
 */
package org.harmregistry.incidents.allegation.api;
