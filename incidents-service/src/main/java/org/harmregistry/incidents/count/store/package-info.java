/**
 * Where counts are kept, and where the claims come from: the neighbour that keeps the sources.
 */
package org.harmregistry.incidents.count.store;
