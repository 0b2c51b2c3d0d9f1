package org.harmregistry.incidents.incident.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.paging.CursorCodec;
import org.harmregistry.kit.paging.Page;
import org.harmregistry.kit.paging.PageRequest;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Lists of incidents, page by page. */
@ApplicationScoped
public class IncidentLists {

    private final IncidentQueries queries;
    private final CursorCodec cursors;

    public IncidentLists(IncidentQueries queries, CursorCodec cursors) {
        this.queries = queries;
        this.cursors = cursors;
    }

    /** One page of the incidents that the caller may see. */
    public Uni<IncidentList> list(Mutiny.Session session, Caller caller, IncidentFilter filter, PageRequest page,
            boolean counted) {
        String binding = binding(caller, filter);
        IncidentPosition after = page.after() == null ? null : position(binding, page.after());
        return queries.list(session, caller, filter, after, page.limit() + 1)
                .map(rows -> Page.of(rows, page.limit(), last -> cursor(binding, IncidentPosition.of(last))))
                .chain(found -> count(session, caller, filter, counted)
                        .chain(count -> ownNames(session, caller, filter)
                                .map(names -> new IncidentList(found, count, names))));
    }

    private Uni<Long> count(Mutiny.Session session, Caller caller, IncidentFilter filter, boolean counted) {
        return counted ? queries.count(session, caller, filter) : Uni.createFrom().nullItem();
    }

    private Uni<List<String>> ownNames(Mutiny.Session session, Caller caller, IncidentFilter filter) {
        return filter.place() == null ? Uni.createFrom().item(List.of())
                : queries.ownNames(session, caller, filter.place());
    }

    /** A cursor is good for the same question in the same eyes only. */
    private static String binding(Caller caller, IncidentFilter filter) {
        String eyes = caller.readsAll() ? "all" : "organisation " + caller.organisation();
        return "incidents/occurred.from/" + eyes + "/" + filter.parameters();
    }

    private String cursor(String binding, IncidentPosition position) {
        return cursors.encode(binding, List.of(position.occurredFrom().toString(), position.id().toString()));
    }

    private IncidentPosition position(String binding, String cursor) {
        List<String> values = cursors.decode(binding, cursor, 2);
        return new IncidentPosition(LocalDate.parse(values.get(0)), UUID.fromString(values.get(1)));
    }
}
