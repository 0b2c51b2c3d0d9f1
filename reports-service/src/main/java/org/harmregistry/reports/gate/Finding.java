package org.harmregistry.reports.gate;

/**
 * What a rule found.
 *
 * @param rule name and version of the rule
 * @param severity what it means for the edition
 * @param pointer JSON pointer into the edition's document; empty for the whole
 * @param message what is wrong, without repeating what must not be read
 * @param overridable true if two people may let the edition out in spite of it
 */
public record Finding(String rule, Severity severity, String pointer, String message, boolean overridable) {

    static Finding blocks(String rule, String pointer, String message, boolean overridable) {
        return new Finding(rule, Severity.BLOCKS, pointer, message, overridable);
    }

    static Finding warns(String rule, String pointer, String message) {
        return new Finding(rule, Severity.WARNS, pointer, message, false);
    }
}
