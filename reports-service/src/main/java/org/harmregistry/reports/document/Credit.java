package org.harmregistry.reports.document;

/**
 * The credit of a data set or source whose records stand behind a report.
 *
 * @param dataset the data set's name, or the source's title
 * @param licence its licence; absent where none is recorded
 * @param attribution whom to name
 */
public record Credit(String dataset, String licence, String attribution) {
}
