/** The real PostgreSQL server from packaged binaries: durable, on loopback, and provisioned with the roles of the services. */
package org.harmregistry.local.postgres;
