/** What of the benchmark can be told without a service. */
package org.harmregistry.acceptance.benchmark;
