/**
 * Content that never changes, kept under its digest, written before the row that names it.
 */
package org.harmregistry.reports.archive;
