/**
 * One unit of work, bounded in time, on one reactive session.
 */
package org.harmregistry.kit.database;
