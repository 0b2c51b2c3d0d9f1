/**
 * Editions as PDF: tagged (PDF/UA-1), with embedded fonts, shaped and set in both directions of writing.
 */
package org.harmregistry.reports.pdf;
