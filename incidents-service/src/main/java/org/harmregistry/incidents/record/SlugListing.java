package org.harmregistry.incidents.record;

import java.time.Instant;
import java.util.List;

import org.harmregistry.kit.paging.Page;
import org.harmregistry.kit.paging.PageRequest;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/**
 * Lists records whose key is a slug by it, as they are or as they were recorded by an instant.
 *
 * @param <C> content as written
 * @param <R> row; its {@code party} is its own slug
 * @param <V> content as read
 */
public final class SlugListing<C extends RecordContent, R extends StoredRecord<C>, V extends RecordView> {

    private final RecordTools tools;
    private final RecordKind<C, R, V> kind;
    private final RecordKeeping<C, R, V> keeping;
    private final PastRecords<C, R, V> past;

    public SlugListing(RecordTools tools, RecordKind<C, R, V> kind, RecordKeeping<C, R, V> keeping) {
        this.tools = tools;
        this.kind = kind;
        this.keeping = keeping;
        this.past = new PastRecords<>(tools, kind);
    }

    /** The search for the records of one sort, or for all for {@code null}. */
    static RecordSearch of(String sort) {
        return new RecordSearch().where("r.kind = :kind", "kind", sort);
    }

    /**
     * A page of the records of one sort, or of all for {@code null}. All pages of a walk are of the same instant.
     *
     * @param counted whether to say how many there are on all pages
     */
    Uni<RecordPage<V>> list(String sort, Instant asked, PageRequest page, boolean counted) {
        String binding = kind.collection() + " kind=" + sort + " asOf=" + asked;
        List<String> start = page.after() == null ? List.of() : tools.cursors.decode(binding, page.after(), 2);
        String after = start.isEmpty() ? "" : start.get(0);
        Uni<Instant> effective = start.isEmpty() ? tools.horizon.effective(asked)
                : Uni.createFrom().item(start.get(1).isEmpty() ? null : Instant.parse(start.get(1)));
        return effective.chain(asOf -> tools.unitOfWork
                .run(session -> rows(session, sort, asOf, after, page.limit() + 1)
                        .map(rows -> Page.of(rows, page.limit(),
                                last -> tools.cursors.encode(binding, List.of(last.party(), text(asOf)))))
                        .chain(found -> kind.views(session, found.items().stream().map(keeping::kept).toList(), Clocks.PRESENT)
                                .chain(views -> count(session, sort, asOf, counted)
                                        .map(count -> new RecordPage<>(new Page<>(views, found.page()), count, asOf))))));
    }

    private Uni<Long> count(Mutiny.Session session, String sort, Instant asOf, boolean counted) {
        if (!counted) {
            return Uni.createFrom().nullItem();
        }
        if (asOf != null) {
            return past.count(session, of(sort), asOf);
        }
        var query = session.createSelectionQuery("select count(*) from " + kind.rowType().getSimpleName() + " r"
                + (sort == null ? "" : " where r.kind = :kind"), Long.class);
        return (sort == null ? query : query.setParameter("kind", sort)).getSingleResult();
    }

    private Uni<List<R>> rows(Mutiny.Session session, String sort, Instant asOf, String after, int limit) {
        if (asOf != null) {
            return past.rows(session, of(sort).where("r.party > :slugAfter", "slugAfter", after), asOf, "party", limit);
        }
        var query = session.createSelectionQuery("select r from " + kind.rowType().getSimpleName() + " r where r.slug > :after"
                + (sort == null ? "" : " and r.kind = :kind") + " order by r.slug", kind.rowType())
                .setParameter("after", after).setMaxResults(limit);
        return (sort == null ? query : query.setParameter("kind", sort)).getResultList();
    }

    private static String text(Instant asOf) {
        return asOf == null ? "" : asOf.toString();
    }
}
