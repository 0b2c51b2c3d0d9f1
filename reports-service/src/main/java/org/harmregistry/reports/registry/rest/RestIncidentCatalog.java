package org.harmregistry.reports.registry.rest;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.harmregistry.reports.registry.Allegation;
import org.harmregistry.reports.registry.Commitment;
import org.harmregistry.reports.registry.Demand;
import org.harmregistry.reports.registry.Denominator;
import org.harmregistry.reports.registry.Gap;
import org.harmregistry.reports.registry.GradingGiven;
import org.harmregistry.reports.registry.Incident;
import org.harmregistry.reports.registry.IncidentCatalog;
import org.harmregistry.reports.registry.IncidentRecord;
import org.harmregistry.reports.registry.LedgerBalance;
import org.harmregistry.reports.registry.Party;
import org.harmregistry.reports.registry.ReadingFollower.Part;
import org.harmregistry.reports.registry.ReadingInstant;
import org.harmregistry.reports.registry.Slice;
import org.harmregistry.reports.registry.Statement;
import org.harmregistry.reports.registry.Statistics;
import org.harmregistry.reports.registry.Tally;

import io.smallrye.mutiny.Uni;

/** The incident catalogue over REST. */
@ApplicationScoped
class RestIncidentCatalog implements IncidentCatalog {

    private static final String NEIGHBOUR = "incidents-service";
    private static final int PAGE = NeighbourCalls.PAGE;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int AGAINST_RULE = 422;

    private final IncidentsApi api;
    private final CountsApi counts;

    RestIncidentCatalog(@RestClient IncidentsApi api, @RestClient CountsApi counts) {
        this.api = api;
        this.counts = counts;
    }

    @Override
    public Uni<Statistics> statistics(Map<String, String> filter) {
        return one(Part.COUNTS, asOf -> counts.statistics(parameters(filter, null, asOf)));
    }

    @Override
    public Uni<Void> eachIncident(Map<String, String> filter, Consumer<Incident> each) {
        return NeighbourCalls.of(NEIGHBOUR, ReadingInstant.asText(asOf -> each(filter, asOf, each)));
    }

    @Override
    public Uni<Void> eachIncidentOfNow(Map<String, String> filter, Consumer<Incident> each) {
        return NeighbourCalls.of(NEIGHBOUR, each(filter, null, each));
    }

    private Uni<Void> each(Map<String, String> filter, String asOf, Consumer<Incident> each) {
        return NeighbourCalls.walk(Part.INCIDENTS, after -> api.incidents(paged(filter, after, asOf)),
                items -> items.forEach(each));
    }

    @Override
    public Uni<Optional<IncidentRecord>> incident(UUID id) {
        return one(Part.INCIDENTS, asOf -> api.incident(id, asOf).map(Optional::ofNullable)
                .onFailure(NeighbourCalls.refusedWith(NOT_FOUND, NeighbourRefusal.MOVED)).recoverWithItem(Optional.empty()));
    }

    @Override
    public Uni<List<GradingGiven>> gradings(UUID incident) {
        return one(Part.INCIDENTS, asOf -> api.gradings(incident, asOf).map(Slice::items)
                .onFailure(NeighbourCalls.refusedWith(NOT_FOUND)).recoverWithItem(List.of()));
    }

    @Override
    public Uni<List<Allegation>> allegations(UUID incident, String party) {
        return walk((after, asOf) -> api.allegations(incident, party, PAGE, after, asOf));
    }

    @Override
    public Uni<List<Party>> parties() {
        return walk((after, asOf) -> api.parties(PAGE, after, asOf));
    }

    @Override
    public Uni<List<Tally>> tallies(String party, String kind) {
        return walk((after, asOf) -> api.tallies(party, kind, PAGE, after, asOf));
    }

    @Override
    public Uni<List<Denominator>> denominators(String party) {
        return walk((after, asOf) -> api.denominators(party, PAGE, after, asOf));
    }

    @Override
    public Uni<List<Statement>> statements(String party) {
        return walk((after, asOf) -> api.statements(party, PAGE, after, asOf));
    }

    @Override
    public Uni<List<Commitment>> commitments(String party) {
        return walk((after, asOf) -> api.commitments(party, PAGE, after, asOf));
    }

    @Override
    public Uni<List<Demand>> demands() {
        return walk((after, asOf) -> api.demands(PAGE, after, asOf));
    }

    @Override
    public Uni<Gap> gap(Map<String, String> filter, LocalDate knownBy) {
        Map<String, String> dated = new LinkedHashMap<>(filter);
        dated.put("knownBy", knownBy.toString());
        return one(Part.COUNTS, asOf -> counts.gap(parameters(dated, null, asOf)));
    }

    /** An inconsistent ledger is refused with 409, a party that is not known with 422. */
    @Override
    public Uni<Optional<LedgerBalance>> ledgerBalance(String party, YearMonth from, YearMonth to) {
        return one(Part.COUNTS,
                asOf -> api.ledger(party, from.toString(), to.toString(), asOf)
                        .map(ledger -> Optional.of(new LedgerBalance(true)))
                        .onFailure(NeighbourCalls.refusedWith(CONFLICT))
                        .recoverWithItem(() -> Optional.of(new LedgerBalance(false)))
                        .onFailure(NeighbourCalls.refusedWith(NOT_FOUND, AGAINST_RULE)).recoverWithItem(Optional::empty));
    }

    private static <T> Uni<List<T>> walk(BiFunction<String, String, Uni<Slice<T>>> page) {
        return NeighbourCalls.of(NEIGHBOUR,
                ReadingInstant.asText(asOf -> NeighbourCalls.walk(Part.INCIDENTS, after -> page.apply(after, asOf))));
    }

    private static <T> Uni<T> one(Part part, Function<String, Uni<T>> read) {
        return NeighbourCalls.of(NEIGHBOUR, NeighbourCalls.told(part, ReadingInstant.asText(read)));
    }

    private static MultivaluedMap<String, String> parameters(Map<String, String> filter, String after, String asOf) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>(filter);
        if (asOf != null) {
            parameters.putSingle("asOf", asOf);
        }
        if (after != null) {
            parameters.putSingle("after", after);
        }
        return parameters;
    }

    private static MultivaluedMap<String, String> paged(Map<String, String> filter, String after, String asOf) {
        MultivaluedMap<String, String> parameters = parameters(filter, after, asOf);
        parameters.putSingle("limit", Integer.toString(PAGE));
        return parameters;
    }
}
