/**
 * Announcements and deliveries in PostgreSQL, and calls of webhooks over HTTP.
 */
package org.harmregistry.reports.delivery.store;
