package org.harmregistry.incidents.tally;

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

/** What is particular about keeping tallies: they lie below a party, and their identities are worked out. */
@ApplicationScoped
class TallyRecords implements RecordKind<Tally, TallyRow, RecordedTally> {

    static final String COLLECTION = "tallies";

    private final Parties parties;

    TallyRecords(Parties parties) {
        this.parties = parties;
    }

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public Class<Tally> contentType() {
        return Tally.class;
    }

    @Override
    public Class<TallyRow> rowType() {
        return TallyRow.class;
    }

    @Override
    public Set<String> derived() {
        return Set.of("party", "identities");
    }

    @Override
    public TallyRow row(Object key, String party, Tally content, Keeping keeping) {
        return new TallyRow((UUID) key, party, keeping);
    }

    @Override
    public String address(TallyRow row) {
        return "/api/v1/parties/" + row.party() + "/tallies/" + row.id();
    }

    @Override
    public Uni<List<RecordedTally>> views(Mutiny.Session session, List<Kept<Tally, TallyRow>> kept, Clocks clocks) {
        return Uni.createFrom().item(kept.stream().map(RecordedTally::from).toList());
    }

    @Override
    public Uni<Void> requireParty(Mutiny.Session session, String party) {
        return parties.requireInAddress(session, party);
    }
}
