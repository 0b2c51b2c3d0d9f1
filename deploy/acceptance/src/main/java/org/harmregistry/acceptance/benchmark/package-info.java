/**
 * How fast and how large incidents-service is beside its own database: one round measures the service and then PostgreSQL
 * alone with the same statements. Not part of what CI decides.
 */
package org.harmregistry.acceptance.benchmark;
