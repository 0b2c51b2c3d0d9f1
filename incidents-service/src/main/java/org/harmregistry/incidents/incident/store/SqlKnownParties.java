package org.harmregistry.incidents.incident.store;

import java.util.HashSet;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.incident.domain.KnownParties;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Looks parties up in their own feature's table. */
@ApplicationScoped
public class SqlKnownParties implements KnownParties {

    private static final String AMONG = "select slug from party where slug in (:slugs)";

    @Override
    public Uni<Set<String>> among(Mutiny.Session session, Set<String> slugs) {
        return session.createNativeQuery(AMONG, String.class).setParameter("slugs", slugs).getResultList()
                .map(HashSet::new);
    }
}
