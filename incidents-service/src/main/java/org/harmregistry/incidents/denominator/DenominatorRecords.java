package org.harmregistry.incidents.denominator;

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

/** What is particular about keeping denominators: they lie below a party. */
@ApplicationScoped
class DenominatorRecords implements RecordKind<Denominator, DenominatorRow, RecordedDenominator> {

    static final String COLLECTION = "denominators";

    private final Parties parties;

    DenominatorRecords(Parties parties) {
        this.parties = parties;
    }

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public Class<Denominator> contentType() {
        return Denominator.class;
    }

    @Override
    public Class<DenominatorRow> rowType() {
        return DenominatorRow.class;
    }

    @Override
    public Set<String> derived() {
        return Set.of("party");
    }

    @Override
    public DenominatorRow row(Object key, String party, Denominator content, Keeping keeping) {
        return new DenominatorRow((UUID) key, party, keeping);
    }

    @Override
    public String address(DenominatorRow row) {
        return "/api/v1/parties/" + row.party() + "/denominators/" + row.id();
    }

    @Override
    public Uni<List<RecordedDenominator>> views(Mutiny.Session session, List<Kept<Denominator, DenominatorRow>> kept,
            Clocks clocks) {
        return Uni.createFrom().item(kept.stream().map(RecordedDenominator::from).toList());
    }

    @Override
    public Uni<Void> requireParty(Mutiny.Session session, String party) {
        return parties.requireInAddress(session, party);
    }
}
