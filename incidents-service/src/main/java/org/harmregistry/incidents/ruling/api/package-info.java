/**
 * Rulings over HTTP.
 */
package org.harmregistry.incidents.ruling.api;
