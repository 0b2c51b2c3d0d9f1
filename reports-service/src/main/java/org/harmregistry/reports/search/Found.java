package org.harmregistry.reports.search;

import java.util.List;

import org.harmregistry.reports.registry.FoundIncidents;
import org.harmregistry.reports.registry.IncidentSearch;
import org.harmregistry.reports.registry.Party;
import org.harmregistry.reports.registry.Statistics;

/**
 * What was found.
 *
 * @param parties all parties, to choose from
 * @param page a page of the list; {@code null} if the registry refuses the question, or none was asked
 * @param map all of it on squares; {@code null} if that cannot be told at the moment
 */
public record Found(List<Party> parties, FoundIncidents page, Squares map) {

    public Found {
        parties = List.copyOf(parties);
    }

    /**
     * @param counts what it adds up to, by square
     * @param square how large these squares are
     */
    public record Squares(Statistics counts, IncidentSearch.Square square) {
    }
}
