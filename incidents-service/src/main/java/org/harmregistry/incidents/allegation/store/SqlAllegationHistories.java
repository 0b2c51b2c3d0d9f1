package org.harmregistry.incidents.allegation.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.allegation.domain.AllegationHistories;
import org.harmregistry.incidents.allegation.domain.AllegationState;
import org.harmregistry.incidents.allegation.domain.Conceded;
import org.harmregistry.incidents.incident.domain.Term;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.json.JsonReading;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Reads paths of transitions by both clocks: the latest entries by then, as far as all before them were known. */
@ApplicationScoped
public class SqlAllegationHistories implements AllegationHistories {

    private static final String STANDING = """
            with standing as (
                select distinct on (t.allegation, t.root) t.allegation, t.root, t.state, t.on_date, t.known_on, a.incident,
                       t.content -> 'conceded' as conceded
                from allegation_transition t join %s on a.id = t.allegation
                where %s%s
                order by t.allegation, t.root, t.number desc),
            dated as (
                select s.*, max(s.known_on) over (partition by s.allegation order by s.on_date, s.root) as known_since
                from standing s where s.state is not null)
            """;
    private static final String PATHS = """
            select d.allegation, d.state, d.on_date from dated d
            where d.known_since <= :knownBy
            order by d.allegation, d.on_date, d.root
            """;
    private static final String LAST = """
            select last.incident, last.allegation, last.on_date, cast(last.conceded as text) as conceded
            from (select distinct on (d.allegation) d.* from dated d
                  where d.known_since <= :knownBy
                  order by d.allegation, d.on_date desc, d.root desc) last
            where last.state = 'credible'
            order by last.incident, last.on_date, last.allegation
            """;
    private static final LocalDate ALWAYS = LocalDate.of(9999, 12, 31);

    private final JsonReading reading;

    public SqlAllegationHistories(JsonReading reading) {
        this.reading = reading;
    }

    @Override
    public Uni<List<DatedState>> transitions(Mutiny.Session session, Caller caller, String party, LocalDate knownBy,
            Instant asOf) {
        AllegationCriteria criteria = new AllegationCriteria(caller, asOf).and("a.party = :party", "party", party);
        return criteria.bind(session.createNativeQuery(standing(criteria, asOf) + PATHS, Object[].class))
                .setParameter("knownBy", knownBy == null ? ALWAYS : knownBy).getResultList()
                .map(rows -> rows.stream().map(row -> new DatedState((UUID) row[0],
                        Term.of(AllegationState.class, (String) row[1]).orElseThrow(), (LocalDate) row[2])).toList());
    }

    @Override
    public Uni<List<Concession>> concessions(Mutiny.Session session, Caller caller, String party, Collection<UUID> incidents,
            LocalDate knownBy, Instant asOf) {
        if (incidents != null && incidents.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        AllegationCriteria criteria = new AllegationCriteria(caller, asOf).and("a.party = :party", "party", party)
                .and("a.incident in (:incidents)", "incidents", incidents);
        return criteria.bind(session.createNativeQuery(standing(criteria, asOf) + LAST, Object[].class))
                .setParameter("knownBy", knownBy == null ? ALWAYS : knownBy).getResultList()
                .map(rows -> rows.stream().map(row -> new Concession((UUID) row[0], (UUID) row[1], (LocalDate) row[2],
                        conceded((String) row[3]))).toList());
    }

    private static String standing(AllegationCriteria criteria, Instant asOf) {
        return STANDING.formatted(criteria.source(), criteria.sql(), asOf == null ? "" : " and t.recorded_at <= :asOf");
    }

    private Conceded conceded(String json) {
        return json == null ? null
                : reading.read(json.getBytes(StandardCharsets.UTF_8), Conceded.class);
    }
}
