/**
 * The log and the bundles over HTTP.
 */
package org.harmregistry.reports.log.api;
