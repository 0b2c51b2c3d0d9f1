/**
 * Possible duplicates of an incident over HTTP.
 */
package org.harmregistry.incidents.duplicate.api;
