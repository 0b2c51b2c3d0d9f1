package org.harmregistry.sources.archive;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;

import io.smallrye.mutiny.Uni;

/** Walks that go on step by step, on one replica at a time; one that dies on its step holds the walk up for a while only. */
@ApplicationScoped
public class ArchiveWalks {

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final String CLAIM = """
            update archive_walk set claimed_until = :until where name = :name and claimed_until < :now returning position
            """;
    private static final String GO_ON = """
            update archive_walk set position = :position, claimed_until = '-infinity' where name = :name
            """;

    private final UnitOfWork unitOfWork;
    private final Clock clock;

    public ArchiveWalks(UnitOfWork unitOfWork, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /**
     * Takes the next step, unless another replica is just taking it.
     *
     * @param step from a position to the next one; a step that fails is taken again after a while
     */
    public Uni<Void> step(String name, Function<String, Uni<String>> step) {
        return claim(name).chain(claimed -> claimed.isEmpty() ? Uni.createFrom().voidItem()
                : step.apply(claimed.get(0)).chain(position -> unitOfWork.run(session -> session.createNativeQuery(GO_ON)
                        .setParameter("position", position).setParameter("name", name).executeUpdate())).replaceWithVoid());
    }

    private Uni<List<String>> claim(String name) {
        Instant now = clock.instant();
        return unitOfWork.run(session -> session.createNativeQuery(CLAIM, String.class)
                .setParameter("until", now.plus(LEASE).atOffset(ZoneOffset.UTC))
                .setParameter("now", now.atOffset(ZoneOffset.UTC))
                .setParameter("name", name).getResultList());
    }
}
