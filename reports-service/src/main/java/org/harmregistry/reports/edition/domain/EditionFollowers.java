package org.harmregistry.reports.edition.domain;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** All followers, one after the other: they share one session. */
@ApplicationScoped
class EditionFollowers {

    private final List<EditionFollower> followers;

    EditionFollowers(Instance<EditionFollower> followers) {
        this.followers = followers.stream().sorted(Comparator.comparing(follower -> follower.getClass().getName())).toList();
    }

    /** One that replaces others: each of them is told of first, in the order of their numbers. */
    Uni<Void> published(Mutiny.Session session, Edition edition, List<Edition> superseded) {
        return Multi.createFrom().iterable(superseded)
                .onItem().transformToUniAndConcatenate(earlier -> each(follower -> follower.superseded(session, earlier)))
                .collect().last()
                .chain(() -> each(follower -> follower.published(session, edition)));
    }

    Uni<Void> correctionDue(Mutiny.Session session, Edition edition) {
        return each(follower -> follower.correctionDue(session, edition));
    }

    Uni<Void> withdrawn(Mutiny.Session session, Edition edition) {
        return each(follower -> follower.withdrawn(session, edition));
    }

    private Uni<Void> each(Function<EditionFollower, Uni<Void>> call) {
        return Multi.createFrom().iterable(followers).onItem().transformToUniAndConcatenate(follower -> call.apply(follower))
                .collect().last().replaceWithVoid();
    }
}
