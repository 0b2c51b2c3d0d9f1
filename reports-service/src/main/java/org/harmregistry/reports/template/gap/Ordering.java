package org.harmregistry.reports.template.gap;

import java.time.LocalDate;
import java.util.Comparator;

import org.harmregistry.reports.registry.Demand;

/** Orders that do not depend on how a neighbour happens to list things: the same evidence gives the same document. */
final class Ordering {

    static final Comparator<Said> SAID = Comparator
            .comparing((Said said) -> said.statement().on(), Comparator.nullsLast(Comparator.<LocalDate> naturalOrder()))
            .thenComparing(said -> said.party().slug()).thenComparing(said -> String.valueOf(said.statement().channel()))
            .thenComparing(said -> String.valueOf(said.statement().id()));
    static final Comparator<Demand> DEMANDS = Comparator
            .comparing(Demand::madeOn, Comparator.nullsLast(Comparator.<LocalDate> naturalOrder()))
            .thenComparing(demand -> String.valueOf(demand.kind())).thenComparing(demand -> String.valueOf(demand.id()));

    private Ordering() {
    }
}
