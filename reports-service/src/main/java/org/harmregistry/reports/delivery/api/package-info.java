/**
 * What was sent for a subscription, over HTTP.
 */
package org.harmregistry.reports.delivery.api;
