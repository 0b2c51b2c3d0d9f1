package org.harmregistry.incidents.lineage.store;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.lineage.domain.LineageStore;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Reads lineage beside the entities: an entity that is loaded before it is locked would keep what it was. */
@ApplicationScoped
public class SqlLineageStore implements LineageStore {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern CODE = Pattern.compile("[A-Z]{2}-\\d{4}-\\d{5,18}");
    private static final String HOLD = "select cast(pg_advisory_xact_lock(7202600000000390) as text)";
    private static final String OF_ID = "select id from incident where id = cast(:name as uuid)";
    private static final String OF_CODE = """
            select id from incident where code = :name or former_codes @> array[cast(:name as varchar)]
            """;
    private static final String MERGED_INTO = """
            select cast(gone.id as uuid) from incident i
            cross join lateral jsonb_array_elements_text(i.facts #> '{lineage,mergedFrom}') as gone(id)
            where i.id = :incident
            """;

    @Override
    public Uni<Void> hold(Mutiny.Session session) {
        return session.createNativeQuery(HOLD, String.class).getSingleResult().replaceWithVoid();
    }

    @Override
    public Uni<UUID> idOf(Mutiny.Session session, String idOrCode) {
        boolean isId = ID.matcher(idOrCode).matches();
        if (!isId && !CODE.matcher(idOrCode).matches()) {
            return Uni.createFrom().nullItem();
        }
        return session.createNativeQuery(isId ? OF_ID : OF_CODE, UUID.class).setParameter("name", idOrCode)
                .getSingleResultOrNull();
    }

    @Override
    public Uni<List<UUID>> mergedInto(Mutiny.Session session, UUID incident) {
        return session.createNativeQuery(MERGED_INTO, UUID.class).setParameter("incident", incident).getResultList();
    }
}
