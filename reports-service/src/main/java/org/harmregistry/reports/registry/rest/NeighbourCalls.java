package org.harmregistry.reports.registry.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.reports.registry.ReadingFollower;
import org.harmregistry.reports.registry.ReadingFollower.Part;
import org.harmregistry.reports.registry.Slice;

import io.smallrye.mutiny.Uni;

/** What calls to neighbours have in common: walking lists, and what a failure of theirs means to us. */
final class NeighbourCalls {

    static final int PAGE = 200;
    private static final int NOT_FOUND = 404;

    private NeighbourCalls() {
    }

    /** All items of a list, page after page; each page is told to whoever follows the reading. */
    static <T> Uni<List<T>> walk(Part part, Function<String, Uni<Slice<T>>> page) {
        return Uni.createFrom().context(context -> {
            ReadingFollower follower = ReadingFollower.of(context);
            follower.reads(part, 0);
            return walk(page, null, new ArrayList<>(), follower, part);
        });
    }

    private static <T> Uni<List<T>> walk(Function<String, Uni<Slice<T>>> page, String after, List<T> gathered,
            ReadingFollower follower, Part part) {
        return page.apply(after).chain(slice -> {
            gathered.addAll(slice.items());
            follower.reads(part, slice.items().size());
            return slice.next() == null ? Uni.createFrom().item(gathered)
                    : walk(page, slice.next(), gathered, follower, part);
        });
    }

    /** One read, told to whoever follows the reading. */
    static <T> Uni<T> told(Part part, Uni<T> read) {
        return Uni.createFrom().context(context -> {
            ReadingFollower follower = ReadingFollower.of(context);
            follower.reads(part, 0);
            return read.invoke(() -> follower.reads(part, 1));
        });
    }

    /** Whatever a neighbour's trouble is, it is not the caller's: 503, with the neighbour's name for the edition's cause. */
    static <T> Uni<T> of(String neighbour, Uni<T> call) {
        return call.onFailure(failure -> !(failure instanceof Failure)).transform(failure -> unavailable(neighbour, failure));
    }

    static <T> Uni<Optional<T>> optional(String neighbour, Uni<T> call) {
        return of(neighbour, call.map(Optional::of)
                .onFailure(refusedWith(NOT_FOUND))
                .recoverWithItem(Optional.empty()));
    }

    /** True of a refusal with one of the statuses. */
    static Predicate<Throwable> refusedWith(Integer... statuses) {
        return failure -> failure instanceof NeighbourRefusal refusal && Set.of(statuses).contains(refusal.status());
    }

    private static Failure unavailable(String neighbour, Throwable failure) {
        String how = failure instanceof NeighbourRefusal refusal ? " refused a read with status " + refusal.status() + "."
                : " cannot be reached for the moment.";
        return Failure.of(CommonFailure.NEIGHBOUR_UNAVAILABLE, neighbour + how);
    }
}
