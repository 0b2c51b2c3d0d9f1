/**
 * How fast and how large a service is beside what it stands on: one round measures the service and then PostgreSQL alone with
 * the same statements, or the archive's driver alone with the same bytes. Not part of what CI decides.
 */
package org.harmregistry.acceptance.benchmark;
