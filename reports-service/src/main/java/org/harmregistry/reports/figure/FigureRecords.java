package org.harmregistry.reports.figure;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/** The records behind a figure: either named one by one or, where they are many, as a list that is frozen under its digest. */
@Schema(description = "Either an array of {id, version}, or {count, digest, href} of a frozen list")
@JsonDeserialize(using = FigureRecordsReading.class)
public sealed interface FigureRecords {

    /**
     * @param items the records, the ones that matter first
     */
    record Named(@JsonValue List<RecordVersion> items) implements FigureRecords {
        public Named {
            items = List.copyOf(items);
        }
    }

    /**
     * @param count how many records
     * @param digest SHA-256 over the sorted lines {@code id:version\n}
     * @param href address of the frozen lines
     */
    record Frozen(int count, String digest, String href) implements FigureRecords {
    }
}
