package org.harmregistry.incidents.statement;

import static org.harmregistry.kit.csv.CsvColumn.bool;
import static org.harmregistry.kit.csv.CsvColumn.json;
import static org.harmregistry.kit.csv.CsvColumn.number;
import static org.harmregistry.kit.csv.CsvColumn.text;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.party.Parties;
import org.harmregistry.incidents.record.Clocks;
import org.harmregistry.incidents.record.ExchangedKind;
import org.harmregistry.incidents.record.Keeping;
import org.harmregistry.incidents.record.Kept;
import org.harmregistry.kit.csv.CsvColumns;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** What is particular about keeping statements: they lie below a party. */
@ApplicationScoped
class StatementRecords implements ExchangedKind<Statement, StatementRow, RecordedStatement> {

    static final String COLLECTION = "statements";

    private static final CsvColumns COLUMNS = new CsvColumns(List.of(
            text("id", "#meta+id"), text("party", "#group+name"), text("kind", "#statement+type"), text("on", "#date"),
            text("channel", "#channel"), text("text", "#description"), text("quote", "#description+quote"),
            text("language", "#lang"), text("by", "#contact+office"), number("killed.min", "#affected+killed+min"),
            number("killed.max", "#affected+killed+max"), bool("killed.minExclusive", "#affected+killed+min+exclusive"),
            text("words", "#affected+killed+words"), text("source.sourceId", "#meta+source+id"),
            text("source.url", "#meta+source+url"), text("source.kind", "#meta+source+type"), text("notes", "#meta+notes"),
            json("externalIds", "#meta+id+external"), number("version", "#meta+version"),
            text("recordedAt", "#date+recorded"), text("updatedAt", "#date+updated")));

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
    public CsvColumns columns() {
        return COLUMNS;
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
    public Uni<Function<Kept<Statement, StatementRow>, RecordedStatement>> viewer(Mutiny.Session session, Clocks clocks) {
        return Uni.createFrom().item(RecordedStatement::from);
    }

    @Override
    public Uni<Void> requireParty(Mutiny.Session session, String party) {
        return parties.requireInAddress(session, party);
    }
}
