/**
 * Definitions over HTTP.
 */
package org.harmregistry.reports.definition.api;
