package org.harmregistry.sources.source.domain;

import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** What must follow, in the same unit of work, when a source comes into everybody's sight or leaves it. */
public interface SourceFollower {

    /**
     * @param kind what happened to the source, as in its history
     * @param publicBefore whether everybody could read the source before
     */
    Uni<Void> follow(Mutiny.Session session, Caller caller, Source source, String kind, boolean publicBefore);
}
