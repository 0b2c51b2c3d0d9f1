package org.harmregistry.incidents.party;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.record.PastRecords;
import org.harmregistry.incidents.record.RecordKeeping;
import org.harmregistry.incidents.record.RecordPage;
import org.harmregistry.incidents.record.RecordSearch;
import org.harmregistry.incidents.record.RecordTools;
import org.harmregistry.incidents.record.Terms;
import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.history.Horizon;
import org.harmregistry.kit.paging.CursorCodec;
import org.harmregistry.kit.paging.Page;
import org.harmregistry.kit.paging.PageRequest;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Lists parties by slug. */
@ApplicationScoped
class PartyListing {

    private static final String ALL = "select p from PartyRow p where p.slug > :after order by p.slug";
    private static final String OF_KIND = "select p from PartyRow p where p.slug > :after and p.kind = :kind order by p.slug";

    private final UnitOfWork unitOfWork;
    private final Horizon horizon;
    private final CursorCodec cursors;
    private final PastRecords<Party, PartyRow, RecordedParty> past;

    PartyListing(UnitOfWork unitOfWork, Horizon horizon, CursorCodec cursors, RecordTools tools, PartyRecords records) {
        this.unitOfWork = unitOfWork;
        this.horizon = horizon;
        this.cursors = cursors;
        this.past = new PastRecords<>(tools, records);
    }

    Uni<RecordPage<RecordedParty>> list(RecordKeeping<Party, PartyRow, RecordedParty> keeping, PartyKind kind, Instant asked,
            PageRequest page) {
        String binding = PartyRecords.COLLECTION + " kind=" + Terms.of(kind) + " asOf=" + asked;
        List<String> start = page.after() == null ? List.of() : cursors.decode(binding, page.after(), 2);
        String after = start.isEmpty() ? "" : start.get(0);
        Uni<Instant> effective = start.isEmpty() ? horizon.effective(asked)
                : Uni.createFrom().item(start.get(1).isEmpty() ? null : Instant.parse(start.get(1)));
        return effective.chain(asOf -> unitOfWork
                .run(session -> asOf == null ? rows(session, kind, after, page.limit() + 1)
                        : pastRows(session, kind, asOf, after, page.limit() + 1))
                .map(rows -> new RecordPage<>(
                        Page.of(rows, page.limit(), last -> cursors.encode(binding, List.of(last.party(), text(asOf))))
                                .map(row -> RecordedParty.from(keeping.kept(row))),
                        asOf)));
    }

    private static Uni<List<PartyRow>> rows(Mutiny.Session session, PartyKind kind, String after, int limit) {
        var query = session.createSelectionQuery(kind == null ? ALL : OF_KIND, PartyRow.class)
                .setParameter("after", after).setMaxResults(limit);
        return (kind == null ? query : query.setParameter("kind", Terms.of(kind))).getResultList();
    }

    private Uni<List<PartyRow>> pastRows(Mutiny.Session session, PartyKind kind, Instant asOf, String after, int limit) {
        RecordSearch search = new RecordSearch().where("r.kind = :kind", "kind", Terms.of(kind))
                .where("r.party > :slugAfter", "slugAfter", after);
        return past.rows(session, search, asOf, "party", limit);
    }

    private static String text(Instant asOf) {
        return asOf == null ? "" : asOf.toString();
    }
}
