/**
 * Victims in the database.
 */
package org.harmregistry.incidents.victim.store;
