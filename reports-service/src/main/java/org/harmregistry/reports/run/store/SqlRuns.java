package org.harmregistry.reports.run.store;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.SqlInstant;
import org.harmregistry.reports.run.domain.Run;
import org.harmregistry.reports.run.domain.RunState;
import org.harmregistry.reports.run.domain.RunStep;
import org.harmregistry.reports.run.domain.Runs;
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;

import io.smallrye.mutiny.Uni;

/** Runs in PostgreSQL. */
@ApplicationScoped
class SqlRuns implements Runs {

    private static final String OPEN = """
            insert into edition_run (edition_id, state, ordered_by, ordered_at) values (:edition, 'waiting', :orderedBy, now())
            """;
    private static final String ONE_AFTER_THE_OTHER = "select cast(pg_advisory_xact_lock(7202600000000430) as text)";
    private static final String COUNT = """
            select count(*) from edition_run where state in ('waiting', 'running') and ordered_by is not null
            """;
    private static final String FIND = """
            select edition_id, state, step, step_done, step_total, file_format, file_language, ordered_by, ordered_at, began_at,
                   ended_at, attempts, next_attempt_at, problem, reason, version
            from edition_run where edition_id = :edition
            """;
    private static final String BEGIN = """
            update edition_run set state = 'running', held_by = :claim, step = 'reading_incidents', step_done = 0,
                                   step_total = null, file_format = null, file_language = null,
                                   began_at = coalesce(began_at, now()), attempts = attempts + 1, next_attempt_at = null,
                                   problem = null, version = version + 1
            where edition_id = :edition and state in ('waiting', 'running')
            """;
    private static final String NOTE = """
            update edition_run r set step = n."step", step_done = n."done", step_total = n."total", file_format = n."format",
                                     file_language = n."language",
                   version = version + case when (r.step, r.step_done, r.step_total, r.file_format, r.file_language)
                                            is distinct from (n."step", n."done", n."total", n."format", n."language")
                                       then 1 else 0 end
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
              as n("claim" uuid, "step" text, "done" bigint, "total" bigint, "format" text, "language" text)
            where r.held_by = n."claim" and r.state = 'running'
            returning r.held_by
            """;
    private static final String WAIT = """
            update edition_run r set state = 'waiting', held_by = null, problem = :problem, version = version + 1,
                   next_attempt_at = (select next_attempt_at from edition where id = r.edition_id)
            where held_by = :claim and state = 'running'
            """;
    private static final String END = """
            update edition_run set state = :state, held_by = null, ended_at = now(), next_attempt_at = null, problem = :problem,
                                   reason = :reason, version = version + 1
            where edition_id = :edition and state in ('waiting', 'running')
            """;

    private final ObjectMapper mapper;

    SqlRuns(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Uni<Void> open(Mutiny.Session session, UUID edition, String orderedBy) {
        return session.createNativeQuery(OPEN).setParameter("edition", edition).setParameter("orderedBy", orderedBy)
                .executeUpdate().replaceWithVoid();
    }

    @Override
    public Uni<Integer> countOrdered(Mutiny.Session session) {
        return session.createNativeQuery(ONE_AFTER_THE_OTHER, String.class).getSingleResult()
                .chain(() -> session.createNativeQuery(COUNT, Long.class).getSingleResult()).map(Long::intValue);
    }

    @Override
    public Uni<Run> find(Mutiny.Session session, UUID edition) {
        return session.createNativeQuery(FIND, Object[].class).setParameter("edition", edition).getSingleResultOrNull()
                .map(row -> row == null ? null : run(row));
    }

    private static Run run(Object[] row) {
        RunStep step = row[2] == null ? null : RunStep.valueOf(((String) row[2]).toUpperCase(Locale.ROOT));
        Run.Progress progress = step == null ? null
                : new Run.Progress(step, ((Number) row[3]).longValue(), row[4] == null ? null : ((Number) row[4]).longValue(),
                        (String) row[5], (String) row[6]);
        return new Run((UUID) row[0], RunState.valueOf(((String) row[1]).toUpperCase(Locale.ROOT)), progress, (String) row[7],
                SqlInstant.of(row[8]), SqlInstant.of(row[9]), SqlInstant.of(row[10]), ((Number) row[11]).intValue(),
                SqlInstant.of(row[12]),
                (String) row[13], (String) row[14], ((Number) row[15]).longValue());
    }

    @Override
    public Uni<Void> begin(Mutiny.Session session, UUID edition, UUID claim) {
        return session.createNativeQuery(BEGIN).setParameter("edition", edition).setParameter("claim", claim).executeUpdate()
                .replaceWithVoid();
    }

    @Override
    public Uni<List<UUID>> note(Mutiny.Session session, List<Noted> progress) {
        ArrayNode rows = mapper.createArrayNode();
        progress.forEach(noted -> rows.addObject().put("claim", noted.claim().toString())
                .put("step", noted.progress().step().word()).put("done", noted.progress().done())
                .put("total", noted.progress().total()).put("format", noted.progress().format())
                .put("language", noted.progress().language()));
        return session.createNativeQuery(NOTE, UUID.class).setParameter("rows", rows.toString()).getResultList();
    }

    @Override
    public Uni<Void> wait(Mutiny.Session session, UUID claim, String problem) {
        return session.createNativeQuery(WAIT).setParameter("claim", claim).setParameter("problem", problem).executeUpdate()
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> end(Mutiny.Session session, UUID edition, RunState state, String problem, String reason) {
        return session.createNativeQuery(END).setParameter("edition", edition).setParameter("state", state.word())
                .setParameter("problem", problem).setParameter("reason", reason).executeUpdate().replaceWithVoid();
    }
}
