package org.harmregistry.incidents.tally;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.record.Clocks;
import org.harmregistry.incidents.record.PastRecords;
import org.harmregistry.incidents.record.RecordKeeping;
import org.harmregistry.incidents.record.RecordSearch;
import org.harmregistry.incidents.record.RecordTools;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Tells other features which tallies were published by a day, the earliest first. */
@ApplicationScoped
public class PublishedTallies {

    private static final String MONTHLY_REPORTS = """
            select t from TallyRow t
            where t.party in :parties and t.kind = 'monthly_report' and t.stance = 'conceded' and t.knownOn <= :knownBy
            order by t.knownOn, t.id
            """;
    private static final String DEATHS = """
            select t from TallyRow t
            where t.party = :party and t.kind = 'published_total' and t.unit = 'killed' and t.knownOn <= :knownBy
            order by t.knownOn, t.id
            """;

    private final RecordKeeping<Tally, TallyRow, RecordedTally> keeping;
    private final PastRecords<Tally, TallyRow, RecordedTally> past;

    PublishedTallies(RecordTools tools, TallyRecords records) {
        this.keeping = new RecordKeeping<>(tools, records);
        this.past = new PastRecords<>(tools, records);
    }

    /** The parties' own monthly reports, as far as they were known, and recorded, by then. */
    public Uni<List<PublishedTally>> monthlyReports(Mutiny.Session session, Set<String> parties, Clocks clocks) {
        if (parties.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        if (clocks.asOf() != null) {
            return then(session, new RecordSearch().where("r.kind = :kind", "kind", "monthly_report")
                    .where("r.stance = :stance", "stance", "conceded"), clocks)
                    .map(reports -> reports.stream().filter(report -> parties.contains(report.party())).toList());
        }
        return session.createSelectionQuery(MONTHLY_REPORTS, TallyRow.class).setParameter("parties", parties)
                .setParameter("knownBy", clocks.knownBy()).getResultList().map(this::published);
    }

    /** The published totals of killed, by the party and by others, with those that are steps. */
    public Uni<List<PublishedTally>> deaths(Mutiny.Session session, String party, Clocks clocks) {
        if (clocks.asOf() != null) {
            return then(session, new RecordSearch().where("r.party = :party", "party", party)
                    .where("r.kind = :kind", "kind", "published_total").where("r.unit = :unit", "unit", "killed"), clocks);
        }
        return session.createSelectionQuery(DEATHS, TallyRow.class).setParameter("party", party)
                .setParameter("knownBy", clocks.knownBy()).getResultList().map(this::published);
    }

    private Uni<List<PublishedTally>> then(Mutiny.Session session, RecordSearch search, Clocks clocks) {
        return past.rows(session, search.where("r.knownOn <= :knownBy", "knownBy", clocks.knownBy()), clocks.asOf(), "knownOn",
                Integer.MAX_VALUE).map(this::published);
    }

    private List<PublishedTally> published(List<TallyRow> rows) {
        return rows.stream().map(keeping::kept)
                .map(kept -> new PublishedTally(kept.row().id(), kept.row().party(), kept.row().knownOn(), kept.content()))
                .toList();
    }
}
