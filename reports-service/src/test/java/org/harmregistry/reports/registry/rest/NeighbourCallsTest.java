package org.harmregistry.reports.registry.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.harmregistry.reports.registry.ReadingFollower.Part;
import org.harmregistry.reports.registry.Slice;
import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;

/** A list of a million records has many pages: walking it must cost no more memory or stack than walking one. */
class NeighbourCallsTest {

    private static final int PAGES = 20_000;

    private final AtomicInteger asked = new AtomicInteger();

    private Uni<Slice<Integer>> page(String after) {
        int page = after == null ? 0 : Integer.parseInt(after);
        asked.incrementAndGet();
        return Uni.createFrom().item(new Slice<>(List.of(page), new Slice.Position(page + 1 < PAGES ? page + 1 + "" : null),
                null));
    }

    @Test
    void walksEveryPageOnce() {
        List<Integer> items = NeighbourCalls.walk(Part.INCIDENTS, this::page).await().indefinitely();
        assertThat(items).hasSize(PAGES).isSorted().doesNotHaveDuplicates();
        assertThat(asked.get()).isEqualTo(PAGES);
    }

    @Test
    void endsWithWhatItGivesThePagesTo() {
        List<Integer> seen = new ArrayList<>();
        assertThatThrownBy(() -> NeighbourCalls.walk(Part.INCIDENTS, this::page, items -> {
            seen.addAll(items);
            if (seen.size() == 3) {
                throw new IllegalStateException("enough");
            }
        }).await().indefinitely()).hasMessage("enough");
        assertThat(asked.get()).isLessThan(10);
    }
}
