package org.harmregistry.incidents.redress;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.harmregistry.incidents.party.Parties;
import org.harmregistry.incidents.record.Clocks;
import org.harmregistry.incidents.record.Keeping;
import org.harmregistry.incidents.record.Kept;
import org.harmregistry.incidents.record.RecordKind;
import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** What is particular about keeping redress: who may see it follows from what it is for. Made for one caller's request. */
class RedressRecords implements RecordKind<Redress, RedressRow, RecordedRedress> {

    static final String COLLECTION = "redress";

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
    public Uni<Void> checkReferences(Mutiny.Session session, RedressRow row, Redress content) {
        return parties.requireNamed(session, content.party(), "/party")
                .chain(() -> sight.requireReferences(session, caller, content));
    }
}
