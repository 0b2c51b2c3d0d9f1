package org.harmregistry.incidents.duplicate.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Port: the names of incidents' victims, as far as a reader may see them. */
public interface VictimNames {

    /** By incident; an incident without a name that the caller may see is left out. */
    Uni<Map<UUID, List<NamedVictim>>> of(Mutiny.Session session, Caller caller, Collection<UUID> incidents);
}
