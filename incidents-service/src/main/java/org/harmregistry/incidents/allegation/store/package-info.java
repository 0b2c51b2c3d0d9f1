/**
 * Allegations and their transitions in the database.
 */
package org.harmregistry.incidents.allegation.store;
