package org.harmregistry.incidents.victim.domain;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

import org.harmregistry.kit.export.Export;
import org.harmregistry.kit.export.ExportFormat;
import org.harmregistry.kit.identity.Caller;

/** Port: exports the victims that a caller may read one by one. */
public interface VictimExport {

    /**
     * All of them, or those of one incident.
     *
     * @param incident whose victims; {@code null} for all incidents
     * @param asOf as of which effective instant, with today's rights; {@code null} for today
     * @param withdrawn whether those that were withdrawn are asked for, or those that count
     * @param json makes one row's JSON
     */
    Export of(Caller caller, UUID incident, Instant asOf, boolean withdrawn, ExportFormat format,
            Function<SeenVictim, String> json);
}
