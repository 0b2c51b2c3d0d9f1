package org.harmregistry.incidents.allegation.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.history.Horizon;
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
    private final UnitOfWork unitOfWork;
    private final Horizon horizon;
    private final CursorCodec cursors;

    public AllegationLists(AllegationQueries queries, UnitOfWork unitOfWork, Horizon horizon, CursorCodec cursors) {
        this.queries = queries;
        this.unitOfWork = unitOfWork;
        this.horizon = horizon;
        this.cursors = cursors;
    }

    /** Where a page begins; the pages of one walk are all true of the instant of the first. */
    private record Start(AllegationQueries.Position position, Instant asOf) {

        static Start of(List<String> values) {
            return new Start(new AllegationQueries.Position(LocalDate.parse(values.get(0)), UUID.fromString(values.get(1))),
                    values.get(2).isEmpty() ? null : Instant.parse(values.get(2)));
        }
    }

    /**
     * One page of the allegations that the caller may see.
     *
     * @param asked as of this instant, or the horizon if that is earlier; {@code null} for today
     * @param counted whether to count those on all pages
     */
    public Uni<AllegationList> list(Caller caller, AllegationFilter filter, Instant asked, PageRequest page, boolean counted) {
        String binding = binding(caller, filter, asked);
        Uni<Start> start = page.after() == null ? horizon.effective(asked).map(asOf -> new Start(null, asOf))
                : Uni.createFrom().item(Start.of(cursors.decode(binding, page.after(), 3)));
        return start.chain(begin -> unitOfWork
                .read(session -> list(session, caller, filter, begin, page.limit(), counted, binding)));
    }

    private Uni<AllegationList> list(Mutiny.Session session, Caller caller, AllegationFilter filter, Start start, int limit,
            boolean counted, String binding) {
        Instant asOf = start.asOf();
        return queries.list(session, caller, filter, asOf, start.position(), limit + 1)
                .map(rows -> Page.of(rows, limit, last -> cursor(binding, last, asOf)))
                .chain(found -> count(session, caller, filter, asOf, counted)
                        .map(count -> new AllegationList(found, count, asOf)));
    }

    private Uni<Long> count(Mutiny.Session session, Caller caller, AllegationFilter filter, Instant asOf, boolean counted) {
        return counted ? queries.count(session, caller, filter, asOf) : Uni.createFrom().nullItem();
    }

    /** A cursor is good for the same question in the same eyes only. */
    private static String binding(Caller caller, AllegationFilter filter, Instant asked) {
        String eyes = caller.readsAll() ? "all" : caller.has(Role.PARTY) ? "party " + caller.organisation() : "public";
        return "allegations/receivedOn/" + eyes + "/" + filter + "/" + asked;
    }

    private String cursor(String binding, Allegation last, Instant asOf) {
        return cursors.encode(binding, List.of(last.content().receivedOn().toString(), last.id().toString(),
                asOf == null ? "" : asOf.toString()));
    }
}
