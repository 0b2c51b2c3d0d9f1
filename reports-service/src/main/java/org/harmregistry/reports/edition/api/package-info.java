/**
 * Editions over HTTP.
 */
package org.harmregistry.reports.edition.api;
