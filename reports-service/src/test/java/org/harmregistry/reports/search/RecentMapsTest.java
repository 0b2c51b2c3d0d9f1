package org.harmregistry.reports.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.harmregistry.reports.registry.IncidentSearch.Square;
import org.harmregistry.reports.search.Found.Squares;
import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;

/** A map that many ask for at once is counted once, for as long as it is new. */
class RecentMapsTest {

    private static final Optional<Squares> SOME = Optional.of(new Squares(null, Square.DEGREE));
    private static final Map<String, String> ALL = Map.of();

    private final AtomicInteger counted = new AtomicInteger();
    private UniEmitter<? super Optional<Squares>> counting;

    private Uni<Optional<Squares>> counts() {
        return Uni.createFrom().emitter(emitter -> {
            counted.incrementAndGet();
            counting = emitter;
        });
    }

    private Cancellable ask(RecentMaps maps, AtomicInteger told) {
        return maps.of(ALL, this::counts).subscribe().with(map -> told.incrementAndGet(), failure -> told.addAndGet(100));
    }

    @Test
    void isCountedOnceAlsoWhereTheFirstNoLongerWaits() {
        RecentMaps maps = new RecentMaps(Duration.ofMinutes(1));
        AtomicInteger told = new AtomicInteger();
        Cancellable first = ask(maps, told);
        ask(maps, told);
        first.cancel();
        counting.complete(SOME);
        ask(maps, told);
        assertThat(told).hasValue(2);
        assertThat(counted).hasValue(1);
        maps.of(Map.of("q", "market"), this::counts).subscribe().with(map -> told.incrementAndGet());
        assertThat(counted).hasValue(2);
    }

    @Test
    void whatFailedOrIsEmptyIsCountedAgain() {
        RecentMaps maps = new RecentMaps(Duration.ofMinutes(1));
        AtomicInteger told = new AtomicInteger();
        ask(maps, told);
        counting.fail(new IllegalStateException("away"));
        ask(maps, told);
        counting.complete(Optional.empty());
        ask(maps, told);
        assertThat(told).hasValue(101);
        assertThat(counted).hasValue(3);
    }

    @Test
    void isNotKeptWhereNothingIsToBeKept() {
        RecentMaps maps = new RecentMaps(Duration.ZERO);
        AtomicInteger told = new AtomicInteger();
        ask(maps, told);
        ask(maps, told);
        assertThat(counted).hasValue(2);
    }
}
