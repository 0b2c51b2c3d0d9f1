package org.harmregistry.incidents.demand;

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

/** What is particular about keeping demands: they name the party in their content. */
@ApplicationScoped
class DemandRecords implements ExchangedKind<Demand, DemandRow, RecordedDemand> {

    static final String COLLECTION = "demands";

    private static final CsvColumns COLUMNS = new CsvColumns(List.of(
            text("id", "#meta+id"), text("kind", "#demand+type"), text("by", "#org+source"),
            text("addressee", "#group+name"), text("madeOn", "#date"), text("text", "#description"),
            text("state", "#status"), text("source.sourceId", "#meta+source+id"), text("source.url", "#meta+source+url"),
            text("source.kind", "#meta+source+type"), json("externalIds", "#meta+id+external"),
            number("version", "#meta+version"), text("recordedAt", "#date+recorded"), text("updatedAt", "#date+updated")));

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
    public CsvColumns columns() {
        return COLUMNS;
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
    public Uni<Function<Kept<Demand, DemandRow>, RecordedDemand>> viewer(Mutiny.Session session, Clocks clocks) {
        return Uni.createFrom().item(RecordedDemand::from);
    }

    @Override
    public Uni<Void> checkReferences(Mutiny.Session session, DemandRow row, Demand content) {
        return parties.requireNamed(session, content.addressee(), "/addressee");
    }
}
