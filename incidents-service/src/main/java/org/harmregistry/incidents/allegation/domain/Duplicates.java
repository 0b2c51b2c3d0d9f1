package org.harmregistry.incidents.allegation.domain;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Which allegations repeat each other: to the same party, and never in a circle. */
@ApplicationScoped
public class Duplicates {

    private final AllegationStore store;

    public Duplicates(AllegationStore store) {
        this.store = store;
    }

    /** Refuses new entries that name what cannot be repeated, and an allegation that would come to repeat itself. */
    Uni<Void> check(Mutiny.Session session, Caller caller, Allegation after, List<RecordedTransition> added,
            Map<Integer, String> pointers) {
        return Multi.createFrom().iterable(added)
                .filter(entry -> entry.transition() != null && entry.transition().duplicateOf() != null)
                .onItem().transformToUniAndConcatenate(entry -> requireRepeatable(session, caller, after,
                        entry.transition().duplicateOf(), pointers.get(entry.number()) + "/duplicateOf"))
                .collect().asList()
                .chain(() -> requireNoCircle(session, after));
    }

    private Uni<Allegation> requireRepeatable(Mutiny.Session session, Caller caller, Allegation after, UUID repeated,
            String pointer) {
        if (repeated.equals(after.id())) {
            throw circle(pointer);
        }
        return store.find(session, repeated).invoke(found -> {
            if (found == null || !AllegationPolicy.maySee(caller, found)) {
                throw Failure.at(AllegationFailure.ALLEGATION_UNKNOWN, pointer,
                        AllegationFailure.ALLEGATION_UNKNOWN.title() + ".");
            }
            if (!found.content().party().equals(after.content().party())) {
                throw Failure.at(AllegationFailure.DUPLICATE_OF_OTHER_PARTY, pointer,
                        AllegationFailure.DUPLICATE_OF_OTHER_PARTY.title() + ".");
            }
        });
    }

    /** Two that name each other at the same time would each see no circle, so only one decides at a time. */
    private Uni<Void> requireNoCircle(Mutiny.Session session, Allegation after) {
        UUID repeated = after.standing().duplicateOf();
        if (repeated == null) {
            return Uni.createFrom().voidItem();
        }
        return store.claimDuplicates(session, after.content().party()).chain(() -> store.repeatedBy(session, repeated))
                .invoke(chain -> {
                    if (chain.contains(after.id())) {
                        throw circle("/duplicateOf");
                    }
                }).replaceWithVoid();
    }

    private static Failure circle(String pointer) {
        return Failure.at(AllegationFailure.DUPLICATES_IN_CIRCLE, pointer,
                AllegationFailure.DUPLICATES_IN_CIRCLE.title() + ".");
    }
}
