/**
 * Statistics over HTTP.
 */
package org.harmregistry.incidents.statistics.api;
