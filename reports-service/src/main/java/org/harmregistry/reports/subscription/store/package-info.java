/**
 * Subscriptions in PostgreSQL.
 */
package org.harmregistry.reports.subscription.store;
