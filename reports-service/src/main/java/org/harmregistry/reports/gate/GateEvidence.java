package org.harmregistry.reports.gate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.harmregistry.reports.definition.domain.GateFloors;
import org.harmregistry.reports.document.ReportDocument;
import org.harmregistry.reports.registry.LedgerBalance;
import org.harmregistry.reports.registry.Source;
import org.harmregistry.reports.registry.Statistics;

/**
 * All that the rules of the gate look at.
 *
 * @param document what is about to be published
 * @param floors the definition's floors
 * @param sources the sources that the document names by their ids, as everybody may read them today; empty where nobody may
 * @param completeness what is missing from the records counted; {@code null} if no floor asks for it
 * @param ledger whether the party's ledger balances; {@code null} if the report shows none
 */
public record GateEvidence(ReportDocument document, GateFloors floors, Map<UUID, Optional<Source>> sources,
        Statistics.Completeness completeness, LedgerBalance ledger) {

    public GateEvidence {
        sources = Map.copyOf(sources);
    }

    /** All texts of the document with their places. */
    List<PlacedText> texts() {
        return PlacedText.in(document);
    }
}
