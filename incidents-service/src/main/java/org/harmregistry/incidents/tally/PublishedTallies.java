package org.harmregistry.incidents.tally;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.record.RecordKeeping;
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

    PublishedTallies(RecordTools tools, TallyRecords records) {
        this.keeping = new RecordKeeping<>(tools, records);
    }

    /** The parties' own monthly reports. */
    public Uni<List<PublishedTally>> monthlyReports(Mutiny.Session session, Set<String> parties, LocalDate knownBy) {
        if (parties.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session.createSelectionQuery(MONTHLY_REPORTS, TallyRow.class).setParameter("parties", parties)
                .setParameter("knownBy", knownBy).getResultList().map(this::published);
    }

    /** The published totals of killed, by the party and by others, with those that are steps. */
    public Uni<List<PublishedTally>> deaths(Mutiny.Session session, String party, LocalDate knownBy) {
        return session.createSelectionQuery(DEATHS, TallyRow.class).setParameter("party", party)
                .setParameter("knownBy", knownBy).getResultList().map(this::published);
    }

    private List<PublishedTally> published(List<TallyRow> rows) {
        return rows.stream().map(keeping::kept)
                .map(kept -> new PublishedTally(kept.row().id(), kept.row().party(), kept.row().knownOn(), kept.content()))
                .toList();
    }
}
