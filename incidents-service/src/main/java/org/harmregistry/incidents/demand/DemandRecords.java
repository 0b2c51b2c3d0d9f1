package org.harmregistry.incidents.demand;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.party.Parties;
import org.harmregistry.incidents.record.Clocks;
import org.harmregistry.incidents.record.Keeping;
import org.harmregistry.incidents.record.Kept;
import org.harmregistry.incidents.record.RecordKind;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** What is particular about keeping demands: they name the party in their content. */
@ApplicationScoped
class DemandRecords implements RecordKind<Demand, DemandRow, RecordedDemand> {

    static final String COLLECTION = "demands";

    private final Parties parties;

    DemandRecords(Parties parties) {
        this.parties = parties;
    }

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public Class<Demand> contentType() {
        return Demand.class;
    }

    @Override
    public Class<DemandRow> rowType() {
        return DemandRow.class;
    }

    @Override
    public Set<String> derived() {
        return Set.of();
    }

    @Override
    public DemandRow row(Object key, String party, Demand content, Keeping keeping) {
        return new DemandRow((UUID) key, keeping);
    }

    @Override
    public String address(DemandRow row) {
        return "/api/v1/demands/" + row.id();
    }

    @Override
    public Uni<List<RecordedDemand>> views(Mutiny.Session session, List<Kept<Demand, DemandRow>> kept, Clocks clocks) {
        return Uni.createFrom().item(kept.stream().map(RecordedDemand::from).toList());
    }

    @Override
    public Uni<Void> checkReferences(Mutiny.Session session, DemandRow row, Demand content) {
        return parties.requireNamed(session, content.addressee(), "/addressee");
    }
}
