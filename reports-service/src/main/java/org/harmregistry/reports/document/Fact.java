package org.harmregistry.reports.document;

import org.harmregistry.reports.figure.SourceLink;

/**
 * One thing that was said, promised, asked or found.
 *
 * @param heading when, who and how, in one line
 * @param text what, in the register's words
 * @param quote a short verbatim phrase; may be absent
 * @param source where it is taken from
 */
public record Fact(String heading, String text, String quote, SourceLink source) {
}
