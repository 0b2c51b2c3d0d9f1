package org.harmregistry.incidents.allegation.domain;

import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.incident.domain.Publication;
import org.harmregistry.incidents.incident.domain.Reason;
import org.harmregistry.kit.http.Preconditions;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Shows allegations to everybody, or takes them out of sight, each time with a reason. */
@ApplicationScoped
public class AllegationPublication {

    private final AllegationStore store;
    private final AllegationWriting writing;

    public AllegationPublication(AllegationStore store, AllegationWriting writing) {
        this.store = store;
        this.writing = writing;
    }

    /** Makes the allegation public or withheld; the reason is read only once the caller may. */
    public Uni<Allegation> show(Mutiny.Session session, Caller caller, UUID id, Publication next, String ifMatch,
            Supplier<Reason> reason) {
        return store.findLocked(session, id).chain(found -> {
            Allegation before = AllegationPolicy.requireVisible(caller, found);
            caller.require(Role.PUBLISHER);
            String why = reason.get().reason();
            Preconditions.requireMatch(ifMatch, AllegationPolicy.tagFor(caller, before));
            boolean shown = next == Publication.PUBLIC;
            if (before.publication() == next) {
                throw Failure.of(shown ? AllegationFailure.ALREADY_PUBLIC : AllegationFailure.ALREADY_WITHHELD);
            }
            return writing.change(session, caller, before, before.show(next, writing.now()), shown ? "published" : "withheld",
                    why);
        });
    }
}
