/** Journeys through the gateway, on the suite as {@code deploy/up} starts it. */
package org.harmregistry.acceptance;
