package org.harmregistry.reports.document;

/**
 * A map of the document's places; how it is drawn is the format's affair.
 *
 * @param title what it shows
 * @param description what can be seen in it, for those who do not see it
 * @param data the same as a table
 */
public record MapPicture(String title, String description, Table data) {
}
