package org.harmregistry.reports.registry.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.reports.registry.ReadingFollower;
import org.harmregistry.reports.registry.ReadingFollower.Part;
import org.harmregistry.reports.registry.Slice;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** What calls to neighbours have in common: walking lists, and what a failure of theirs means to us. */
final class NeighbourCalls {

    static final int PAGE = 200;
    private static final int NOT_FOUND = 404;

    private NeighbourCalls() {
    }

    /** All items of a list, page after page; each page is told to whoever follows the reading. */
    static <T> Uni<List<T>> walk(Part part, Function<String, Uni<Slice<T>>> page) {
        return Uni.createFrom().deferred(() -> {
            List<T> gathered = new ArrayList<>();
            return walk(part, page, gathered::addAll).replaceWith(gathered);
        });
    }

    /** The same, each page given to somebody and forgotten. */
    static <T> Uni<Void> walk(Part part, Function<String, Uni<Slice<T>>> page, Consumer<List<T>> each) {
        return Uni.createFrom().context(context -> {
            ReadingFollower follower = ReadingFollower.of(context);
            follower.reads(part, 0);
            return Multi.createBy().repeating().uni(AtomicReference<String>::new,
                    next -> page.apply(next.get()).invoke(slice -> next.set(slice.next())))
                    .whilst(slice -> slice.next() != null)
                    .onItem().invoke(slice -> {
                        each.accept(slice.items());
                        follower.reads(part, slice.items().size());
                    }).onItem().ignoreAsUni();
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
        return unlessRefused(neighbour, call, NOT_FOUND);
    }

    /** Empty where the neighbour refuses the read with one of the statuses. */
    static <T> Uni<Optional<T>> unlessRefused(String neighbour, Uni<T> call, Integer... statuses) {
        return of(neighbour, call.map(Optional::of).onFailure(refusedWith(statuses)).recoverWithItem(Optional.empty()));
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
