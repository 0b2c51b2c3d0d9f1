package org.harmregistry.incidents.redress;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.incident.domain.Incident;
import org.harmregistry.incidents.lineage.domain.MergeFollower;
import org.harmregistry.incidents.party.Parties;
import org.harmregistry.incidents.record.RecordKeeping;
import org.harmregistry.incidents.record.RecordTools;
import org.harmregistry.kit.identity.Caller;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Redress for a merged record is for its successor. */
@ApplicationScoped
public class RedressOfMerged implements MergeFollower {

    private static final String ABOUT = "from RedressRow where incident = :incident order by id";

    private final RecordTools tools;
    private final Parties parties;
    private final RedressSight sight;

    public RedressOfMerged(RecordTools tools, Parties parties, RedressSight sight) {
        this.tools = tools;
        this.parties = parties;
        this.sight = sight;
    }

    @Override
    public Uni<Void> follow(Mutiny.Session session, Caller caller, Incident merged, Incident successor, String reason) {
        RecordKeeping<Redress, RedressRow, RecordedRedress> keeping = new RecordKeeping<>(tools,
                new RedressRecords(parties, sight, caller));
        return session.createSelectionQuery(ABOUT, RedressRow.class).setParameter("incident", merged.id())
                .setLockMode(LockMode.PESSIMISTIC_WRITE).getResultList()
                .onItem().transformToMulti(found -> Multi.createFrom().iterable(found))
                .onItem().transformToUniAndConcatenate(row -> keeping
                        .rewrite(session, caller, row, keeping.kept(row).content().forIncident(successor.id()), "moved", reason)
                        .replaceWith(row))
                .collect().asList().replaceWithVoid();
    }
}
