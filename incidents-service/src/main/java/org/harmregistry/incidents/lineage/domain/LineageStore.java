package org.harmregistry.incidents.lineage.domain;

import java.util.List;
import java.util.UUID;

import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Port: what merging has to know before it locks records. */
public interface LineageStore {

    /** Lets one merge or split at a time go on, until the transaction ends: what speaks for what stands still meanwhile. */
    Uni<Void> hold(Mutiny.Session session);

    /** The id of the record with this id, code or former code, without loading it; {@code null} if there is none. */
    Uni<UUID> idOf(Mutiny.Session session, String idOrCode);

    /** The records that were merged into this one. */
    Uni<List<UUID>> mergedInto(Mutiny.Session session, UUID incident);
}
