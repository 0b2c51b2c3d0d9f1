package org.harmregistry.kit.history;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.SqlInstant;
import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.time.Pauses;

import io.smallrye.mutiny.Uni;

/**
 * Tells up to which instant the past is over: no transaction that still runs can add a revision recorded by then. A revision is
 * never recorded before its transaction began, so the oldest transaction that may still write is the horizon.
 */
@ApplicationScoped
public class Horizon {

    /**
     * Who writes has a transaction number, or is about to take one: what is older than ten seconds and has none only reads, as
     * units of work end far sooner and a batch takes its number first. The statement's own time was taken before it looks at
     * the others, so that one which begins meanwhile lies after it.
     */
    private static final String OVER = """
            select statement_timestamp() as asked_at,
                   least(statement_timestamp(), min(a.xact_start)) - interval '1 microsecond' as over
            from pg_stat_activity a
            where a.datname = current_database() and a.usename = current_user and a.backend_type = 'client backend'
              and a.pid <> pg_backend_pid()
              and (a.backend_xid is not null or a.xact_start > statement_timestamp() - interval '10 seconds')
            """;
    private static final int FIRST_WAIT_MILLIS = 2;
    private static final int LOOKS = 8;

    private final UnitOfWork unitOfWork;
    private final Pauses pauses;

    public Horizon(UnitOfWork unitOfWork, Pauses pauses) {
        this.unitOfWork = unitOfWork;
        this.pauses = pauses;
    }

    /**
     * The instant as of which a question is answered: the one asked for, or the horizon if that is earlier. To be asked before
     * the transaction that reads begins. Where only the transactions of the moment keep the asked instant from being over, it
     * waits for them, for at most a quarter of a second.
     *
     * @param asked the instant asked for; {@code null} for the present
     * @return the effective instant, or {@code null} for the present
     */
    public Uni<Instant> effective(Instant asked) {
        return asked == null ? Uni.createFrom().nullItem() : look(asked, 1, FIRST_WAIT_MILLIS);
    }

    private Uni<Instant> look(Instant asked, int looks, int waitMillis) {
        return unitOfWork.run(session -> session.createNativeQuery(OVER, Object[].class).getSingleResult()).chain(row -> {
            Instant now = SqlInstant.of(row[0]);
            Instant over = SqlInstant.of(row[1]);
            if (!asked.isAfter(over)) {
                return Uni.createFrom().item(asked);
            }
            if (!asked.isBefore(now) || looks == LOOKS) {
                return Uni.createFrom().item(over);
            }
            return pauses.of(Duration.ofMillis(waitMillis)).chain(() -> look(asked, looks + 1, waitMillis * 2));
        });
    }
}
