package org.harmregistry.sources.custody;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.sources.custody.domain.CustodyAct;
import org.harmregistry.sources.custody.domain.CustodyEntry;
import org.harmregistry.sources.custody.domain.CustodyLog;

import io.quarkus.vertx.VertxContextSupport;

/** Writes acts of every kind into chains, as the features of the service do. */
@ApplicationScoped
class ChainWriting {

    private final UnitOfWork unitOfWork;
    private final CustodyLog log;
    private final Clock clock;

    ChainWriting(UnitOfWork unitOfWork, CustodyLog log, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.log = log;
        this.clock = clock;
    }

    /** Appends one random act to each of the sources, all in one transaction. */
    void append(Random random, UUID... sources) {
        List<CustodyEntry> entries = new ArrayList<>();
        for (UUID source : sources) {
            entries.add(entry(random, source));
        }
        try {
            VertxContextSupport.subscribeAndAwait(() -> unitOfWork.run(session -> log.append(session, entries)));
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private CustodyEntry entry(Random random, UUID source) {
        CustodyAct act = CustodyAct.values()[random.nextInt(CustodyAct.values().length)];
        UUID attachment = random.nextBoolean() ? new UUID(random.nextLong(), random.nextLong()) : null;
        String digest = random.nextBoolean() ? "sha-256:" + "%016x".formatted(random.nextLong()).repeat(4) : null;
        String reason = random.nextInt(3) == 0 ? "by the rule \"four eyes\" \u0645\u0646 \u0623\u062c\u0644 " + random.nextInt()
                : null;
        Map<String, Object> detail = random.nextBoolean() ? Map.of("version", random.nextInt(99), "parts", List.of("a", "b"))
                : Map.of();
        return new CustodyEntry(source, attachment, act, "subject-" + random.nextInt(5), clock.instant(), digest, reason,
                detail);
    }

    /** Statements of somebody whom no grant, trigger or constraint holds. */
    static void behindTheBack(String... statements) {
        try (Connection superuser = PostgresResource.asSuperuser(); Statement statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static long number(String query) {
        return Long.parseLong(text(query));
    }

    /** The first column of the first row. */
    static String text(String query) {
        try (Connection superuser = PostgresResource.asSuperuser();
                ResultSet rows = superuser.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
