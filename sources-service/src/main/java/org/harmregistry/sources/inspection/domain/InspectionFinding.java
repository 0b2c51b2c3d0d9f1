package org.harmregistry.sources.inspection.domain;

/**
 * Something that an inspection found.
 *
 * @param code what it is
 * @param detail a sentence without any word of the file's content
 */
public record InspectionFinding(InspectionCode code, String detail) {
}
