package org.harmregistry.reports.page;

/**
 * A reply as people see it beside an edition.
 *
 * @param by whose it is, and when it was received
 * @param language its language
 * @param text what it says
 */
public record ReplyFace(String by, String language, String text) {
}
