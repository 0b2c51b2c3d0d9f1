/**
 * The ports to the other services over REST, with bounds on every wait.
 */
package org.harmregistry.reports.registry.rest;
