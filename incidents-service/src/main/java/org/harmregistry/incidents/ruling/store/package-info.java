/**
 * Rulings in the database: two tables that are only ever added to.
 */
package org.harmregistry.incidents.ruling.store;
