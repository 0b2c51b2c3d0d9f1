package org.harmregistry.reports.definition.domain;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Where definitions are kept. */
public interface DefinitionStore {

    /** The definition of a slug, or {@code null}. */
    Uni<Definition> find(Mutiny.Session session, String slug);

    /** The same, locked until the transaction ends. */
    Uni<Definition> lock(Mutiny.Session session, String slug);

    /** Definitions behind a slug, in the order of their slugs. */
    Uni<List<Definition>> after(Mutiny.Session session, String slug, int limit);

    /** Keys of the periods for which editions are there. */
    Uni<Set<String>> periodsWithEditions(Mutiny.Session session, UUID definition);

    /** A new id that sorts behind all earlier ones. */
    UUID nextId();
}
