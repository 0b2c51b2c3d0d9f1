package org.harmregistry.sources.custody.store;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.SqlInstant;
import org.harmregistry.sources.custody.domain.ChainFlaw;
import org.harmregistry.sources.custody.domain.CustodyFinding;
import org.harmregistry.sources.custody.domain.CustodyFindings;
import org.harmregistry.sources.custody.domain.CustodyRound;
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;

import io.smallrye.mutiny.Uni;

/** Keeps what the check of the whole register found, by native statements. */
@ApplicationScoped
class FindingsInPostgres implements CustodyFindings {

    private static final String CLAIM = "update custody_round set claimed_until = :until where claimed_until <= :now";
    private static final String ROUND = """
            select number, source_position, checkpoint_position, checked, started_at, last_finished_at from custody_round
            """;
    private static final String MOVE = """
            update custody_round set number = :number, source_position = :source, checkpoint_position = :checkpoint,
                checked = :checked, started_at = :startedAt,
                last_finished_at = case when number < :number then :now else last_finished_at end, claimed_until = :now
            """;
    private static final String NOTE = """
            insert into custody_finding (source_id, checkpoint, sequence, flaw, found_at, last_seen_at)
            select f."source", f."checkpoint", f."sequence", f."flaw", f."at", f."at"
            from jsonb_to_recordset(cast(cast(:found as text) as jsonb))
              as f("source" uuid, "checkpoint" bigint, "sequence" bigint, "flaw" text, "at" timestamptz)
            on conflict (coalesce(source_id, '00000000-0000-0000-0000-000000000000'), coalesce(checkpoint, 0), sequence, flaw)
            do update set last_seen_at = excluded.last_seen_at
            """;
    private static final String AFTER = """
            select id, source_id, checkpoint, sequence, flaw, found_at, last_seen_at from custody_finding
            where id > :after order by id limit :limit
            """;

    private final ObjectMapper mapper;

    FindingsInPostgres(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Uni<CustodyRound> claim(Mutiny.Session session, Instant now, Instant until) {
        return session.createNativeQuery(CLAIM).setParameter("now", now).setParameter("until", until).executeUpdate()
                .chain(claimed -> claimed == 0 ? Uni.createFrom().nullItem() : round(session));
    }

    @Override
    public Uni<CustodyRound> round(Mutiny.Session session) {
        return session.createNativeQuery(ROUND, Object[].class).getSingleResult()
                .map(row -> new CustodyRound(number(row[0]), (UUID) row[1], number(row[2]), number(row[3]),
                        SqlInstant.of(row[4]),
                        SqlInstant.of(row[5])));
    }

    @Override
    public Uni<Void> move(Mutiny.Session session, CustodyRound round, Instant now) {
        return session.createNativeQuery(MOVE).setParameter("number", round.number()).setParameter("source", round.source())
                .setParameter("checkpoint", round.checkpoint()).setParameter("checked", round.checked())
                .setParameter("startedAt", round.startedAt()).setParameter("now", now).executeUpdate().replaceWithVoid();
    }

    @Override
    public Uni<Void> note(Mutiny.Session session, List<CustodyFinding> found) {
        if (found.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        ArrayNode rows = mapper.createArrayNode();
        found.forEach(each -> rows.addObject().put("source", each.source() == null ? null : each.source().toString())
                .put("checkpoint", each.checkpoint()).put("sequence", each.flaw().sequence())
                .put("flaw", each.flaw().kind().word())
                .put("at", each.lastSeenAt().toString()));
        return session.createNativeQuery(NOTE).setParameter("found", rows.toString()).executeUpdate().replaceWithVoid();
    }

    @Override
    public Uni<List<CustodyFinding>> after(Mutiny.Session session, long id, int limit) {
        return session.createNativeQuery(AFTER, Object[].class).setParameter("after", id).setParameter("limit", limit)
                .getResultList()
                .map(rows -> rows.stream().map(FindingsInPostgres::finding).toList());
    }

    private static CustodyFinding finding(Object[] row) {
        return new CustodyFinding(number(row[0]), (UUID) row[1], row[2] == null ? null : number(row[2]),
                new ChainFlaw(number(row[3]), ChainFlaw.Kind.valueOf(((String) row[4]).toUpperCase(Locale.ROOT))),
                SqlInstant.of(row[5]),
                SqlInstant.of(row[6]));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
