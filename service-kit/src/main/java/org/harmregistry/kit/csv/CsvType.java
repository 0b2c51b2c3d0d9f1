package org.harmregistry.kit.csv;

/** What a column's cells hold. */
public enum CsvType {
    /** Text, dates and terms. A cell that a spreadsheet would take for a formula is guarded by an apostrophe. */
    TEXT,
    /** A number, as JSON writes it. */
    NUMBER,
    /** {@code true} or {@code false}, in small or capital letters. */
    BOOLEAN,
    /** JSON text: lists, and what is nested in them. */
    JSON
}
