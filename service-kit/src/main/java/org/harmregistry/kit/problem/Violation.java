package org.harmregistry.kit.problem;

/**
 * One place at which a request is wrong.
 *
 * @param pointer JSON pointer (RFC 6901) into the body, or {@code ?name} for a query parameter, {@code #name} for a header
 * @param message what is wrong there, for people
 */
public record Violation(String pointer, String message) {
}
