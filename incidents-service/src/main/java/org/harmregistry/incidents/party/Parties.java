package org.harmregistry.incidents.party;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.record.PartyFailure;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Tells other features which parties there are. */
@ApplicationScoped
public class Parties {

    private static final String KNOWN = "select slug from party where slug in (:slugs)";

    /** Refuses with 404 if there is no such party in the address. */
    public Uni<Void> requireInAddress(Mutiny.Session session, String slug) {
        return known(session, Set.of(slug)).invoke(found -> {
            if (found.isEmpty()) {
                throw Failure.of(CommonFailure.NOT_FOUND);
            }
        }).replaceWithVoid();
    }

    /** Refuses with 422 {@code party_unknown} if a field names a party that does not exist. */
    public Uni<Void> requireNamed(Mutiny.Session session, String slug, String pointer) {
        return known(session, Set.of(slug)).invoke(found -> {
            if (found.isEmpty()) {
                throw Failure.at(PartyFailure.PARTY_UNKNOWN, pointer, PartyFailure.PARTY_UNKNOWN.title() + ".");
            }
        }).replaceWithVoid();
    }

    /** Those of the slugs that name a party. */
    Uni<List<String>> known(Mutiny.Session session, Set<String> slugs) {
        return session.createNativeQuery(KNOWN, String.class).setParameter("slugs", slugs).getResultList();
    }
}
