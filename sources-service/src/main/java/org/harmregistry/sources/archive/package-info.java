/**
 * The archive: immutable content under its SHA-256, written before the row that names it and verified when it is read.
 */
package org.harmregistry.sources.archive;
