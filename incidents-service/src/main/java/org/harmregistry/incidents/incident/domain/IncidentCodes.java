package org.harmregistry.incidents.incident.domain;

import java.util.List;

import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Port: gives out the codes that people name incidents by. */
public interface IncidentCodes {

    /** One new code for each series, in the same order. A number is never given twice; gaps may occur. */
    Uni<List<String>> take(Mutiny.Session session, List<CodeSeries> series);
}
