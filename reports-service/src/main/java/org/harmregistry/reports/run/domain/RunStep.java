package org.harmregistry.reports.run.domain;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a run is at. The first three alternate, as the report's sections need it; the others follow in this order. */
public enum RunStep {
    /** Incidents and what belongs to them are read; counted in records. */
    READING_INCIDENTS,
    /** Sources, citations and files are read; counted in records. */
    READING_SOURCES,
    /** Figures are asked for; counted in answers. */
    COUNTING,
    /** The gate examines the document. */
    EXAMINING,
    /** Files are written and laid into the archive; counted in files. */
    RENDERING,
    /** The edition is entered in the register. */
    KEEPING;

    /** The step as it stands in the API and in the register. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
