/**
 * Subscriptions over HTTP.
 */
package org.harmregistry.reports.subscription.api;
