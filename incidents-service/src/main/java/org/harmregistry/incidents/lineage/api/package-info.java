/**
 * Merging and splitting over HTTP.
 */
package org.harmregistry.incidents.lineage.api;
