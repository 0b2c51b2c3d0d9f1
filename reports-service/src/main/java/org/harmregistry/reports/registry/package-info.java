/**
 * What reports read of the other services: ports, and records that take from an answer what reports need and ignore the rest.
 */
package org.harmregistry.reports.registry;
