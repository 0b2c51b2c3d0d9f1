package org.harmregistry.reports.edition.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.reports.gate.Finding;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Keeps what the gate found in an edition. What was found stays on the record, also when it is cleared. */
@ApplicationScoped
public class EditionFindings {

    private final EditionStore store;

    public EditionFindings(EditionStore store) {
        this.store = store;
    }

    /** Notes what the rules found this time; an override of the same finding still holds. */
    Uni<List<EditionFinding>> note(Mutiny.Session session, Edition edition, List<Finding> found, Instant now) {
        return store.findings(session, edition.id()).chain(known -> {
            List<EditionFinding> all = new ArrayList<>(known);
            known.forEach(earlier -> earlier.found(found.stream().anyMatch(earlier::is), now));
            List<EditionFinding> added = new ArrayList<>();
            found.stream().distinct().filter(finding -> all.stream().noneMatch(earlier -> earlier.is(finding)))
                    .forEach(finding -> added.add(new EditionFinding(store.nextId(), edition.id(),
                            known.size() + added.size() + 1, finding, now)));
            all.addAll(added);
            return session.persistAll(added.toArray()).replaceWith(all);
        });
    }
}
