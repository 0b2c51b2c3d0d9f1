package org.harmregistry.incidents.statement;

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

/** What is particular about keeping statements: they lie below a party. */
@ApplicationScoped
class StatementRecords implements RecordKind<Statement, StatementRow, RecordedStatement> {

    static final String COLLECTION = "statements";

    private final Parties parties;

    StatementRecords(Parties parties) {
        this.parties = parties;
    }

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public Class<Statement> contentType() {
        return Statement.class;
    }

    @Override
    public Class<StatementRow> rowType() {
        return StatementRow.class;
    }

    @Override
    public Set<String> derived() {
        return Set.of("party");
    }

    @Override
    public StatementRow row(Object key, String party, Statement content, Keeping keeping) {
        return new StatementRow((UUID) key, party, keeping);
    }

    @Override
    public String address(StatementRow row) {
        return "/api/v1/parties/" + row.party() + "/statements/" + row.id();
    }

    @Override
    public Uni<List<RecordedStatement>> views(Mutiny.Session session, List<Kept<Statement, StatementRow>> kept,
            Clocks clocks) {
        return Uni.createFrom().item(kept.stream().map(RecordedStatement::from).toList());
    }

    @Override
    public Uni<Void> requireParty(Mutiny.Session session, String party) {
        return parties.requireInAddress(session, party);
    }
}
