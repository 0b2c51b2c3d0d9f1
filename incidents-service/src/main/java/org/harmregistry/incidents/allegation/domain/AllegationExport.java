package org.harmregistry.incidents.allegation.domain;

import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;

import org.harmregistry.kit.export.Export;
import org.harmregistry.kit.export.ExportFormat;
import org.harmregistry.kit.identity.Caller;

/** Port: exports the allegations that a caller may see, each with the transitions that stand. */
public interface AllegationExport {

    /**
     * All allegations that match a filter.
     *
     * @param asOf the effective instant of the question; {@code null} for today
     * @param json makes one row's JSON of an allegation and its transitions, for this caller
     */
    Export of(Caller caller, AllegationFilter filter, Instant asOf, ExportFormat format,
            BiFunction<Allegation, List<TransitionContent>, String> json);
}
