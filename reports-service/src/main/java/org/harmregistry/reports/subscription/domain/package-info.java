/**
 * Subscriptions, their secrets, and where webhooks may lead.
 */
package org.harmregistry.reports.subscription.domain;
