package org.harmregistry.incidents.allegation.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.paging.CursorCodec;
import org.harmregistry.kit.paging.Page;
import org.harmregistry.kit.paging.PageRequest;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Lists of allegations, page by page. */
@ApplicationScoped
public class AllegationLists {

    private final AllegationQueries queries;
    private final CursorCodec cursors;

    public AllegationLists(AllegationQueries queries, CursorCodec cursors) {
        this.queries = queries;
        this.cursors = cursors;
    }

    /** One page of the allegations that the caller may see. */
    public Uni<AllegationList> list(Mutiny.Session session, Caller caller, AllegationFilter filter, Instant asOf,
            PageRequest page, boolean counted) {
        String binding = binding(caller, filter, asOf);
        AllegationQueries.Position after = page.after() == null ? null : position(binding, page.after());
        return queries.list(session, caller, filter, asOf, after, page.limit() + 1)
                .map(rows -> Page.of(rows, page.limit(), last -> cursor(binding, last)))
                .chain(found -> count(session, caller, filter, asOf, counted)
                        .map(count -> new AllegationList(found, count, asOf)));
    }

    private Uni<Long> count(Mutiny.Session session, Caller caller, AllegationFilter filter, Instant asOf, boolean counted) {
        return counted ? queries.count(session, caller, filter, asOf) : Uni.createFrom().nullItem();
    }

    /** A cursor is good for the same question in the same eyes only. */
    private static String binding(Caller caller, AllegationFilter filter, Instant asOf) {
        String eyes = caller.readsAll() ? "all" : caller.has(Role.PARTY) ? "party " + caller.organisation() : "public";
        return "allegations/receivedOn/" + eyes + "/" + filter + "/" + asOf;
    }

    private String cursor(String binding, Allegation last) {
        return cursors.encode(binding, List.of(last.content().receivedOn().toString(), last.id().toString()));
    }

    private AllegationQueries.Position position(String binding, String cursor) {
        List<String> values = cursors.decode(binding, cursor, 2);
        return new AllegationQueries.Position(LocalDate.parse(values.get(0)), UUID.fromString(values.get(1)));
    }
}
