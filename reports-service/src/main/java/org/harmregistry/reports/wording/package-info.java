/**
 * The words of reports and pages, one file of texts per language.
 */
package org.harmregistry.reports.wording;
