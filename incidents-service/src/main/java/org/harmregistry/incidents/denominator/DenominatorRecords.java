package org.harmregistry.incidents.denominator;

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

/** What is particular about keeping denominators: they lie below a party. */
@ApplicationScoped
class DenominatorRecords implements ExchangedKind<Denominator, DenominatorRow, RecordedDenominator> {

    static final String COLLECTION = "denominators";

    private static final CsvColumns COLUMNS = new CsvColumns(List.of(
            text("id", "#meta+id"), text("party", "#group+name"), text("kind", "#value+type"), text("type", "#value+detail"),
            number("count.min", "#value+min"), number("count.max", "#value+max"),
            bool("count.minExclusive", "#value+min+exclusive"), text("words", "#value+words"),
            text("period.from", "#date+start"), text("period.to", "#date+end"), text("country", "#country+code"),
            text("area", "#loc+area"), text("publishedOn", "#date+published"),
            text("publishedOnPrecision", "#date+published+precision"), text("by", "#org+source"),
            text("source.sourceId", "#meta+source+id"), text("source.url", "#meta+source+url"),
            text("source.kind", "#meta+source+type"), text("notes", "#meta+notes"), json("externalIds", "#meta+id+external"),
            number("version", "#meta+version"), text("recordedAt", "#date+recorded"), text("updatedAt", "#date+updated")));

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
    public CsvColumns columns() {
        return COLUMNS;
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
    public Uni<Function<Kept<Denominator, DenominatorRow>, RecordedDenominator>> viewer(Mutiny.Session session, Clocks clocks) {
        return Uni.createFrom().item(RecordedDenominator::from);
    }

    @Override
    public Uni<Void> requireParty(Mutiny.Session session, String party) {
        return parties.requireInAddress(session, party);
    }
}
