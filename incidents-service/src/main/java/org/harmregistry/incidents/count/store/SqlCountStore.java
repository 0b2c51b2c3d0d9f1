package org.harmregistry.incidents.count.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.count.domain.CountAct;
import org.harmregistry.incidents.count.domain.CountKind;
import org.harmregistry.incidents.count.domain.CountStore;
import org.harmregistry.incidents.count.domain.UsedClaim;
import org.harmregistry.incidents.count.domain.UsedVictims;
import org.harmregistry.incidents.incident.domain.Casualties;
import org.harmregistry.incidents.incident.domain.Term;
import org.harmregistry.kit.database.SqlInstant;
import org.harmregistry.kit.json.JsonReading;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Keeps acts in a table that is only ever added to. */
@ApplicationScoped
public class SqlCountStore implements CountStore {

    private static final String SELECT = """
            select number, kind, rule, cast(numbers as text) as numbers, reason, recorded_by, recorded_at
            from casualty_count where incident = :incident
            """;
    private static final String LATEST = SELECT + " order by number desc limit 1";
    private static final String LATEST_BY = SELECT
            + " and number > 0 and recorded_at <= cast(cast(:asOf as text) as timestamptz) order by number desc limit 1";
    private static final String RECORDED = SELECT + " and number = 0";
    private static final String ADD = """
            insert into casualty_count (incident, number, kind, rule, numbers, reason, recorded_by, recorded_at)
            values (:incident, :number, :kind, cast(:rule as text), cast(cast(:numbers as text) as jsonb),
              cast(:reason as text), :by, :at)
            """;

    private final JsonReading json;

    public SqlCountStore(JsonReading json) {
        this.json = json;
    }

    /** The part of an act that is kept as a document. */
    private record Numbers(Casualties killed, Casualties injured, List<UsedClaim> claims, UsedVictims victims) {
    }

    @Override
    public Uni<CountAct> latest(Mutiny.Session session, UUID incident, Instant asOf) {
        return asOf == null ? one(session.createNativeQuery(LATEST, Object[].class), incident)
                : one(session.createNativeQuery(LATEST_BY, Object[].class).setParameter("asOf", asOf.toString()), incident);
    }

    @Override
    public Uni<CountAct> recorded(Mutiny.Session session, UUID incident) {
        return one(session.createNativeQuery(RECORDED, Object[].class), incident);
    }

    private Uni<CountAct> one(Mutiny.SelectionQuery<Object[]> query, UUID incident) {
        return query.setParameter("incident", incident).getSingleResultOrNull()
                .map(row -> row == null ? null : act(incident, row));
    }

    private CountAct act(UUID incident, Object[] row) {
        Numbers numbers = json.read(((String) row[3]).getBytes(StandardCharsets.UTF_8), Numbers.class);
        Instant at = SqlInstant.of(row[6]);
        return new CountAct(incident, ((Number) row[0]).intValue(),
                Term.of(CountKind.class, (String) row[1]).orElseThrow(), (String) row[2], numbers.killed(), numbers.injured(),
                numbers.claims(), numbers.victims(), (String) row[4], (String) row[5], at);
    }

    @Override
    public Uni<Void> add(Mutiny.Session session, CountAct act) {
        Numbers numbers = new Numbers(act.killed(), act.injured(), act.claims(), act.victims());
        return session.createNativeQuery(ADD).setParameter("incident", act.incident()).setParameter("number", act.number())
                .setParameter("kind", act.kind().term()).setParameter("rule", act.rule())
                .setParameter("numbers", json.tree(numbers).toString()).setParameter("reason", act.reason())
                .setParameter("by", act.by()).setParameter("at", act.at()).executeUpdate().replaceWithVoid();
    }
}
