package org.harmregistry.incidents.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

import org.harmregistry.kit.paging.Page;
import org.harmregistry.kit.paging.PageRequest;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/**
 * Lists the records of one kind by the day from which they were known, the oldest first; those without such a day come last.
 */
public final class RecordListing<C extends RecordContent, R extends DatedRecord<C>, V extends RecordView> {

    private static final LocalDate BEFORE_ALL = LocalDate.of(1, 1, 1);
    private static final UUID LOWEST = new UUID(0, 0);

    private final RecordTools tools;
    private final RecordKind<C, R, V> kind;
    private final RecordKeeping<C, R, V> keeping;

    /** A record on its way to the page, with what the next page begins after. */
    private record Listed<V>(V view, LocalDate knownOn, UUID id) {
    }

    public RecordListing(RecordTools tools, RecordKind<C, R, V> kind, RecordKeeping<C, R, V> keeping) {
        this.tools = tools;
        this.kind = kind;
        this.keeping = keeping;
    }

    /** A page of the records below a party, or of all for {@code null}; only those known by the day, if one is given. */
    public Uni<Page<V>> list(String party, RecordSearch search, LocalDate knownBy, PageRequest page) {
        return list(party, search, knownBy, page, "", view -> true);
    }

    /**
     * The same, of the views that fit a condition on what is derived.
     *
     * @param condition the condition, as far as a cursor must be bound to it
     */
    public Uni<Page<V>> list(String party, RecordSearch search, LocalDate knownBy, PageRequest page, String condition,
            Predicate<V> fits) {
        search.where("r.party = :party", "party", party).where("r.knownOn <= :knownBy", "knownBy", knownBy);
        String binding = kind.collection() + " " + search.binding() + " " + condition;
        LocalDate day = BEFORE_ALL;
        UUID id = LOWEST;
        if (page.after() != null) {
            List<String> values = tools.cursors.decode(binding, page.after(), 2);
            day = LocalDate.parse(values.get(0));
            id = UUID.fromString(values.get(1));
        }
        Listed<V> start = new Listed<>(null, day, id);
        return tools.unitOfWork.run(session -> kind.requireParty(session, party)
                .chain(() -> collect(session, search, knownBy, page.limit(), fits, start, new ArrayList<>())))
                .map(found -> Page.of(found, page.limit(), last -> tools.cursors.encode(binding,
                        List.of(last.knownOn().toString(), last.id().toString()))).map(Listed::view));
    }

    /** What is derived cannot be asked of the database, so rows are read on until the page is full. */
    private Uni<List<Listed<V>>> collect(Mutiny.Session session, RecordSearch search, LocalDate knownBy, int limit,
            Predicate<V> fits, Listed<V> after, List<Listed<V>> found) {
        return rows(session, search, limit + 1, after).chain(rows -> views(session, rows, knownBy).chain(views -> {
            views.stream().filter(listed -> fits.test(listed.view())).forEach(found::add);
            return found.size() > limit || rows.size() <= limit ? Uni.createFrom().item(found)
                    : collect(session, search, knownBy, limit, fits, views.get(views.size() - 1), found);
        }));
    }

    private Uni<List<R>> rows(Mutiny.Session session, RecordSearch search, int count, Listed<V> after) {
        var query = session.createSelectionQuery("select r from " + kind.rowType().getSimpleName() + " r where "
                + search.conditions() + " and (r.knownOn > :day or r.knownOn = :day and r.id > :id) order by r.knownOn, r.id",
                kind.rowType());
        search.parameters().forEach(query::setParameter);
        return query.setParameter("day", after.knownOn()).setParameter("id", after.id()).setMaxResults(count)
                .getResultList();
    }

    private Uni<List<Listed<V>>> views(Mutiny.Session session, List<R> rows, LocalDate knownBy) {
        return kind.views(session, rows.stream().map(keeping::kept).toList(), knownBy).map(views -> {
            List<Listed<V>> listed = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                listed.add(new Listed<>(views.get(i), rows.get(i).knownOn(), rows.get(i).id()));
            }
            return listed;
        });
    }
}
