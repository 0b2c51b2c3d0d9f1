package org.harmregistry.reports.registry;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import io.smallrye.mutiny.Uni;

/**
 * What incidents-service knows, as everybody may read it. Every method may fail with 503 {@code neighbour_unavailable}.
 */
public interface IncidentCatalog {

    /**
     * @param filter the parameters of {@code /statistics}
     */
    Uni<Statistics> statistics(Map<String, String> filter);

    /**
     * Walks all incidents of a filter page by page; there may be a million, so none is held.
     *
     * @param each is given one after the other, in no order that means anything; what it throws ends the walk
     */
    Uni<Void> eachIncident(Map<String, String> filter, Consumer<Incident> each);

    /** The same as the registry has them now, whatever the instant of which everything else is read. */
    Uni<Void> eachIncidentOfNow(Map<String, String> filter, Consumer<Incident> each);

    /** One incident; empty where everybody may not read it, or it was merged into another one. */
    Uni<Optional<IncidentRecord>> incident(UUID id);

    /** The gradings that an incident was given, the first first. */
    Uni<List<GradingGiven>> gradings(UUID incident);

    /**
     * What was claimed to a party of an incident, by the day on which it was received.
     *
     * @param party slug of the party; {@code null} for all parties
     */
    Uni<List<Allegation>> allegations(UUID incident, String party);

    Uni<List<Party>> parties();

    /**
     * @param kind {@code monthly_report} or {@code published_total}; {@code null} for all
     */
    Uni<List<Tally>> tallies(String party, String kind);

    Uni<List<Denominator>> denominators(String party);

    Uni<List<Statement>> statements(String party);

    Uni<List<Commitment>> commitments(String party);

    Uni<List<Demand>> demands();

    /**
     * @param filter the parameters of {@code /gap} but for {@code knownBy}
     */
    Uni<Gap> gap(Map<String, String> filter, LocalDate knownBy);

    /**
     * Whether the registry's own ledger of a party balances over whole months; empty if it knows no such party.
     */
    Uni<Optional<LedgerBalance>> ledgerBalance(String party, YearMonth from, YearMonth to);
}
