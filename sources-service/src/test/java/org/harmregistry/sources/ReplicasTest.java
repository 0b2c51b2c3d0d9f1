package org.harmregistry.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harmregistry.sources.testing.Examiner.attached;
import static org.harmregistry.sources.testing.Examiner.examine;
import static org.harmregistry.sources.testing.Files.bytes;
import static org.harmregistry.sources.testing.Files.source;
import static org.harmregistry.sources.testing.Requests.idOf;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.archive.ArchiveWalks;
import org.harmregistry.sources.citation.domain.CitedIncidents;
import org.harmregistry.sources.examination.domain.Examinations;
import org.harmregistry.sources.examination.domain.Examinations.Claim;
import org.harmregistry.sources.testing.Stores;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/** What several replicas would do at once is done by one of them, and by the next if that one dies. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class ReplicasTest {

    private static final int AT_ONCE = 16;
    private static final Duration LEASE = Duration.ofMinutes(1);

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Examinations examinations;

    @Inject
    CitedIncidents incidents;

    @Inject
    ArchiveWalks walks;

    private static <T> List<T> atOnce(Supplier<Uni<T>> work) throws Exception {
        return atOnce(work, new AtomicInteger());
    }

    /** @param done how many have an answer */
    private static <T> List<T> atOnce(Supplier<Uni<T>> work, AtomicInteger done) throws Exception {
        ExecutorService replicas = Executors.newFixedThreadPool(AT_ONCE);
        try {
            Callable<T> replica = () -> {
                try {
                    T told = VertxContextSupport.subscribeAndAwait(work);
                    done.incrementAndGet();
                    return told;
                } catch (Throwable e) {
                    throw new IllegalStateException(e);
                }
            };
            List<T> told = new ArrayList<>();
            for (Future<T> each : replicas.invokeAll(Collections.nCopies(AT_ONCE, replica))) {
                told.add(each.get());
            }
            return told;
        } finally {
            replicas.shutdownNow();
        }
    }

    private <T> Supplier<Uni<T>> inOne(Function<Mutiny.Session, Uni<T>> work) {
        return () -> unitOfWork.run(work);
    }

    @Test
    void aFileIsExaminedByOneAndByTheNextIfThatOneDies() throws Throwable {
        examine();
        Set<UUID> files = Stream.generate(() -> attached(Tokens.contributor("org-a"), source(), "a.bin", bytes(50))).limit(6)
                .map(address -> UUID.fromString(idOf(address))).collect(Collectors.toSet());

        List<Claim> first = claims(files);
        assertThat(first).extracting(Claim::attachment).containsExactlyInAnyOrderElementsOf(files);
        assertThat(claims(files)).isEmpty();
        leasesEnd();
        List<Claim> second = claims(files);
        assertThat(second).extracting(Claim::attachment).containsExactlyInAnyOrderElementsOf(files);

        for (Claim dead : first) {
            assertThat(atOnce(inOne(session -> examinations.holds(session, dead)))).containsOnly(false);
        }
        for (Claim alive : second) {
            VertxContextSupport.subscribeAndAwait(
                    inOne(session -> examinations.postpone(session, alive, Duration.ZERO, "unexpected")));
        }
    }

    private List<Claim> claims(Set<UUID> files) throws Exception {
        return atOnce(inOne(session -> examinations.claim(session, UUID.randomUUID(), LEASE))).stream()
                .filter(claim -> claim != null && files.contains(claim.attachment())).toList();
    }

    private static void leasesEnd() throws SQLException {
        try (Connection owner = PostgresResource.asOwner(); Statement sql = owner.createStatement()) {
            sql.execute("update attachment_examination set claimed_until = now() - interval '1 second'"
                    + " where claimed_until is not null");
        }
    }

    @Test
    void anIncidentIsAskedForByOne() throws Throwable {
        Set<UUID> cited = Stream.generate(UUID::randomUUID).limit(10).collect(Collectors.toSet());
        VertxContextSupport.subscribeAndAwait(inOne(session -> incidents.note(session, cited)));

        List<UUID> asked = atOnce(inOne(session -> incidents.claim(session, UUID.randomUUID(), LEASE, 200)))
                .stream().flatMap(List::stream).map(CitedIncidents.Due::incident).filter(cited::contains).toList();

        assertThat(asked).containsExactlyInAnyOrderElementsOf(cited);
    }

    @Test
    void oneGoesOnWithAWalkThroughTheArchive() throws Exception {
        for (int step = 1; step <= 2; step++) {
            AtomicInteger taken = new AtomicInteger();
            AtomicInteger done = new AtomicInteger();
            long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();

            // Whoever takes it is not through before all others have gone away.
            atOnce(() -> walks.step("orphans", position -> Uni.createFrom().emitter(emitter -> {
                taken.incrementAndGet();
                Vertx.currentContext().owner().setPeriodic(20, timer -> {
                    if (done.get() >= AT_ONCE - 1 || System.nanoTime() > end) {
                        Vertx.currentContext().owner().cancelTimer(timer);
                        emitter.complete(position);
                    }
                });
            })), done);

            assertThat(taken).hasValue(1);
        }
    }
}
