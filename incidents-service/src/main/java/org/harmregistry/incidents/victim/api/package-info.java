/**
 * Victims over HTTP.
 */
package org.harmregistry.incidents.victim.api;
