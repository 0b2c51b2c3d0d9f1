package org.harmregistry.incidents.incident.domain;

import java.util.List;

import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/**
 * Port: counts the recorded victims of the incidents that a caller may see, as of an instant or today. Each incident adds what
 * the caller may read of its
 * victims one by one, and nothing else: no difference between two answers can tell more than the incidents themselves do.
 */
public interface IncidentPersons {

    /** The sex, age group, cause and status of persons whose kind is too small within its incident to be shown. */
    String NOT_SHOWN = "not_shown";

    /**
     * The groups in the order of their keys, unknown ones last.
     *
     * @param by by what they are told apart, by something of persons among them
     * @param smallest how many persons of a kind an incident must have for a reader to see that kind who reads no names
     * @param readsNames whether the caller reads the names of all victims
     */
    Uni<List<PersonsGroup>> persons(Mutiny.Session session, Caller caller, IncidentFilter filter, List<Grouping> by,
            int smallest,
            boolean readsNames);
}
