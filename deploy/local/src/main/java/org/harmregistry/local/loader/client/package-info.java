/** A small client of the registry: tokens, bounded waiting, repeated tries, imports with a result per row. */
package org.harmregistry.local.loader.client;
