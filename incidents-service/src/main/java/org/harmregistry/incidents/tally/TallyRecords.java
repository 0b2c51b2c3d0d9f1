package org.harmregistry.incidents.tally;

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

/** What is particular about keeping tallies: they lie below a party, and their identities are worked out. */
@ApplicationScoped
class TallyRecords implements ExchangedKind<Tally, TallyRow, RecordedTally> {

    static final String COLLECTION = "tallies";

    private static final CsvColumns COLUMNS = new CsvColumns(List.of(
            text("id", "#meta+id"), text("party", "#group+name"), text("kind", "#tally+type"),
            text("stance", "#status+stance"), text("by", "#org+source"), text("month", "#date+month"),
            text("period.from", "#date+start"), text("period.to", "#date+end"), text("area", "#loc+area"),
            text("placeName", "#loc+name"), text("publishedOn", "#date+published"),
            text("publishedOnPrecision", "#date+published+precision"), number("carriedOver", "#value+carriedover"),
            number("newReports", "#value+new"), number("completed", "#value+completed"),
            number("credible", "#value+credible"), number("nonCredible", "#value+noncredible"),
            number("duplicate", "#value+duplicate"), number("openAtEnd", "#value+open"),
            number("reopened", "#value+reopened"), number("deathsInMonth", "#affected+killed+month"),
            number("injuredInMonth", "#affected+injured+month"), number("strikesCumulative", "#value+strikes"),
            number("engagementsCumulative", "#value+engagements"), number("reportsCumulative", "#value+reports"),
            number("credibleCumulative", "#value+credible+cumulative"),
            number("deathsCumulative", "#affected+killed+cumulative"), number("killed.min", "#affected+min"),
            number("killed.max", "#affected+max"), bool("killed.minExclusive", "#affected+min+exclusive"),
            text("words", "#affected+words"), text("unit", "#affected+unit"), text("measure", "#affected+measure"),
            json("identities", ""), text("source.sourceId", "#meta+source+id"), text("source.url", "#meta+source+url"),
            text("source.kind", "#meta+source+type"), text("notes", "#meta+notes"), json("externalIds", "#meta+id+external"),
            number("version", "#meta+version"), text("recordedAt", "#date+recorded"), text("updatedAt", "#date+updated")));

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
    public CsvColumns columns() {
        return COLUMNS;
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
    public Uni<Function<Kept<Tally, TallyRow>, RecordedTally>> viewer(Mutiny.Session session, Clocks clocks) {
        return Uni.createFrom().item(RecordedTally::from);
    }

    @Override
    public Uni<Void> requireParty(Mutiny.Session session, String party) {
        return parties.requireInAddress(session, party);
    }
}
