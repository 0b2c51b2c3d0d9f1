package org.harmregistry.sources.witness.domain;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.identity.Caller;

import io.smallrye.mutiny.Uni;

/** Finds the sources behind which a person of a name stands. That somebody searched is recorded, the name is not. */
@ApplicationScoped
public class NameSearch {

    /** At most so many sources are named. */
    public static final int LIMIT = 200;

    private final UnitOfWork unitOfWork;
    private final NameIndex index;
    private final IndexedNames indexed;
    private final Searches searches;
    private final Clock clock;

    NameSearch(UnitOfWork unitOfWork, NameIndex index, IndexedNames indexed, Searches searches, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.index = index;
        this.indexed = indexed;
        this.searches = searches;
        this.clock = clock;
    }

    /** Sources by id whose person has a name of the same form. */
    public Uni<List<UUID>> find(Caller caller, Supplier<String> name) {
        return index.anyOf(name.get()).chain(tokens -> unitOfWork.run(session -> indexed.find(session, tokens, LIMIT)
                .call(found -> searches.add(session, caller.subject(), clock.instant().truncatedTo(ChronoUnit.MICROS),
                        found.size()))));
    }
}
