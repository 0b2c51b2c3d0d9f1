/**
 * What a report says, free of any format: HTML, JSON and later formats are made from the same document.
 */
package org.harmregistry.reports.document;
