package org.harmregistry.incidents.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
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
    private final PastRecords<C, R, V> past;

    /** A record on its way to the page, with what the next page begins after. */
    private record Listed<V>(V view, LocalDate knownOn, UUID id) {
    }

    /** What is read, some at a time, and which of it is meant. */
    private record Walk<V>(RecordSearch search, Clocks clocks, int limit, DerivedCondition<V> derived) {

        Walk<V> by(int steps) {
            return new Walk<>(search, clocks, steps, derived);
        }
    }

    /** Where a page begins, as its cursor tells. */
    private record Start(LocalDate day, UUID id, Instant asOf) {

        static Start of(List<String> values) {
            return new Start(LocalDate.parse(values.get(0)), UUID.fromString(values.get(1)),
                    values.get(2).isEmpty() ? null : Instant.parse(values.get(2)));
        }

        static Start of(Listed<?> last, Instant asOf) {
            return new Start(last.knownOn(), last.id(), asOf);
        }

        List<String> values() {
            return List.of(day.toString(), id.toString(), asOf == null ? "" : asOf.toString());
        }
    }

    public RecordListing(RecordTools tools, RecordKind<C, R, V> kind, RecordKeeping<C, R, V> keeping) {
        this.tools = tools;
        this.kind = kind;
        this.keeping = keeping;
        this.past = new PastRecords<>(tools, kind);
    }

    /**
     * A page of the records below a party, or of all for {@code null}: those known by the day, if one is given, and recorded by
     * the instant, if one is given.
     *
     * @param derived what is to hold of the views, beside the search
     * @param counted whether to say how many there are on all pages
     */
    Uni<RecordPage<V>> list(String party, RecordSearch search, Clocks asked, PageRequest page, DerivedCondition<V> derived,
            boolean counted) {
        narrow(search, party, asked);
        String binding = kind.collection() + " " + search.binding() + " " + derived.binding() + " " + asked.asOf();
        Start start = page.after() == null ? null : Start.of(tools.cursors.decode(binding, page.after(), 3));
        // The pages of one walk are all true of the instant of the first.
        Uni<Instant> effective = start == null ? tools.horizon.effective(asked.asOf())
                : Uni.createFrom().item(start.asOf());
        return effective.chain(asOf -> {
            Listed<V> first = start == null ? beginning() : new Listed<>(null, start.day(), start.id());
            Walk<V> walk = new Walk<>(search, asked.at(asOf), page.limit(), derived);
            return tools.unitOfWork.run(session -> requireParty(kind, session, party)
                    .chain(() -> collect(session, walk, first))
                    .chain(found -> (counted ? count(session, walk) : Uni.createFrom().<Long> nullItem())
                            .map(count -> new RecordPage<>(Page.of(found, page.limit(),
                                    last -> tools.cursors.encode(binding, Start.of(last, asOf).values())).map(Listed::view),
                                    count, asOf))));
        });
    }

    /** The database counts what it holds; what is derived is counted by reading it all. */
    private Uni<Long> count(Mutiny.Session session, Walk<V> page) {
        if (!page.derived().isNone()) {
            AtomicLong fitting = new AtomicLong();
            return walk(session, page.by(PageRequest.MAX_LIMIT), beginning(), views -> {
                fitting.addAndGet(views.size());
                return true;
            }).map(walked -> fitting.get());
        }
        if (page.clocks().asOf() != null) {
            return past.count(session, page.search(), page.clocks().asOf());
        }
        var query = session.createSelectionQuery("select count(*) from " + kind.rowType().getSimpleName() + " r where "
                + page.search().conditions(), Long.class);
        page.search().parameters().forEach(query::setParameter);
        return query.getSingleResult();
    }

    private Listed<V> beginning() {
        return new Listed<>(null, BEFORE_ALL, LOWEST);
    }

    /** Refuses with 404 if records below a party are asked for that does not exist. */
    static Uni<Void> requireParty(RecordKind<?, ?, ?> kind, Mutiny.Session session, String party) {
        return party == null ? Uni.createFrom().voidItem() : kind.requireParty(session, party);
    }

    /** Asks for what lies below a party, and what was known by the day. */
    static void narrow(RecordSearch search, String party, Clocks asked) {
        search.where("r.party = :party", "party", party).where("r.knownOn <= :knownBy", "knownBy", asked.knownBy());
    }

    /** Rows are read on until the page is full. */
    private Uni<List<Listed<V>>> collect(Mutiny.Session session, Walk<V> walk, Listed<V> after) {
        List<Listed<V>> found = new ArrayList<>();
        return walk(session, walk, after, views -> {
            found.addAll(views);
            return found.size() <= walk.limit();
        }).replaceWith(found);
    }

    /**
     * What is derived cannot be asked of the database, so rows are read, some at a time, and those whose views fit are handed
     * out.
     *
     * @param wantsMore is given what fits, and says whether to go on
     */
    private Uni<Void> walk(Mutiny.Session session, Walk<V> walk, Listed<V> after, Predicate<List<Listed<V>>> wantsMore) {
        return rows(session, walk, after).chain(rows -> views(session, rows, walk.clocks()).chain(views -> {
            boolean more = wantsMore.test(views.stream().filter(listed -> walk.derived().isMetBy(listed.view())).toList());
            return more && rows.size() > walk.limit() ? walk(session, walk, views.get(views.size() - 1), wantsMore)
                    : Uni.createFrom().voidItem();
        }));
    }

    private Uni<List<R>> rows(Mutiny.Session session, Walk<V> walk, Listed<V> after) {
        if (walk.clocks().asOf() != null) {
            return past.rows(session, walk.search(), walk.clocks().asOf(), "knownOn", after.knownOn().toString(), after.id(),
                    walk.limit() + 1);
        }
        var query = session.createSelectionQuery("select r from " + kind.rowType().getSimpleName() + " r where "
                + walk.search().conditions()
                + " and (r.knownOn > :day or r.knownOn = :day and r.id > :id) order by r.knownOn, r.id", kind.rowType());
        walk.search().parameters().forEach(query::setParameter);
        return query.setParameter("day", after.knownOn()).setParameter("id", after.id()).setMaxResults(walk.limit() + 1)
                .getResultList();
    }

    private Uni<List<Listed<V>>> views(Mutiny.Session session, List<R> rows, Clocks clocks) {
        return kind.views(session, rows.stream().map(keeping::kept).toList(), clocks).map(views -> {
            List<Listed<V>> listed = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                listed.add(new Listed<>(views.get(i), rows.get(i).knownOn(), rows.get(i).id()));
            }
            return listed;
        });
    }
}
