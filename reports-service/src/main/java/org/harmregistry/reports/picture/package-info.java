/**
 * Charts and maps as SVG: drawn from the document's data, in both directions of writing, without script and without fetching.
 */
package org.harmregistry.reports.picture;
