/**
 * Editions as rows: CSV with a row of HXL tags for programs, and a spreadsheet for people.
 */
package org.harmregistry.reports.sheet;
