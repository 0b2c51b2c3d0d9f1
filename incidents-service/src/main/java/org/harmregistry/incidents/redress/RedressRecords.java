package org.harmregistry.incidents.redress;

import static org.harmregistry.kit.csv.CsvColumn.json;
import static org.harmregistry.kit.csv.CsvColumn.number;
import static org.harmregistry.kit.csv.CsvColumn.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.harmregistry.incidents.party.Parties;
import org.harmregistry.incidents.record.Clocks;
import org.harmregistry.incidents.record.ExchangedKind;
import org.harmregistry.incidents.record.Keeping;
import org.harmregistry.incidents.record.Kept;
import org.harmregistry.kit.csv.CsvColumns;
import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** What is particular about keeping redress: who may see it follows from what it is for. Made for one caller's request. */
class RedressRecords implements ExchangedKind<Redress, RedressRow, RecordedRedress> {

    static final String COLLECTION = "redress";

    private static final CsvColumns COLUMNS = new CsvColumns(List.of(
            text("id", "#meta+id"), text("party", "#group+name"), text("incident", "#event+id"),
            text("allegation", "#meta+id+allegation"), text("kind", "#redress+type"), text("lossType", "#impact+type"),
            text("state", "#status"), text("offeredOn", "#date+offered"), text("paidOn", "#date+paid"),
            number("amount.value", "#value+amount"), text("amount.currency", "#value+currency"),
            number("beneficiaries.people", "#beneficiary+people"), number("beneficiaries.families", "#beneficiary+families"),
            text("source.sourceId", "#meta+source+id"), text("source.url", "#meta+source+url"),
            text("source.kind", "#meta+source+type"), text("notes", "#meta+notes"), json("externalIds", "#meta+id+external"),
            number("version", "#meta+version"), text("recordedAt", "#date+recorded"), text("updatedAt", "#date+updated")));

    private final Parties parties;
    private final RedressSight sight;
    private final Caller caller;

    RedressRecords(Parties parties, RedressSight sight, Caller caller) {
        this.parties = parties;
        this.sight = sight;
        this.caller = caller;
    }

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public Class<Redress> contentType() {
        return Redress.class;
    }

    @Override
    public Class<RedressRow> rowType() {
        return RedressRow.class;
    }

    @Override
    public CsvColumns columns() {
        return COLUMNS;
    }

    @Override
    public boolean followsOthers() {
        return true;
    }

    @Override
    public Set<String> derived() {
        return Set.of();
    }

    @Override
    public RedressRow row(Object key, String party, Redress content, Keeping keeping) {
        return new RedressRow((UUID) key, keeping);
    }

    @Override
    public String address(RedressRow row) {
        return "/api/v1/redress/" + row.id();
    }

    @Override
    public Uni<List<RecordedRedress>> views(Mutiny.Session session, List<Kept<Redress, RedressRow>> kept, Clocks clocks) {
        return sight.visible(session, caller, kept.stream().map(Kept::content).toList()).map(visible -> {
            List<RecordedRedress> views = new ArrayList<>();
            for (int i = 0; i < kept.size(); i++) {
                views.add(RecordedRedress.from(kept.get(i), visible.get(i)));
            }
            return views;
        });
    }

    @Override
    public Uni<Function<Kept<Redress, RedressRow>, RecordedRedress>> viewer(Mutiny.Session session, Clocks clocks) {
        return sight.ofAll(session, caller)
                .map(seen -> one -> seen.test(one.content()) ? RecordedRedress.from(one, true) : null);
    }

    @Override
    public Uni<Void> checkReferences(Mutiny.Session session, RedressRow row, Redress content) {
        return parties.requireNamed(session, content.party(), "/party")
                .chain(() -> sight.requireReferences(session, caller, content));
    }
}
