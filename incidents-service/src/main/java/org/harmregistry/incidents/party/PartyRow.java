package org.harmregistry.incidents.party;

import java.util.UUID;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.harmregistry.incidents.record.Columns;
import org.harmregistry.incidents.record.Keeping;
import org.harmregistry.incidents.record.StoredRecord;
import org.harmregistry.incidents.record.Terms;

/** Row of a party. */
@Entity
@Table(name = "party")
public class PartyRow implements StoredRecord<Party> {

    @Id
    private String slug;

    private UUID id;

    private String kind;

    @Embedded
    private Keeping keeping;

    protected PartyRow() {
    }

    PartyRow(String slug, UUID id, Keeping keeping) {
        this.slug = slug;
        this.id = id;
        this.keeping = keeping;
    }

    @Override
    public void show(Party content) {
        kind = Terms.of(content.kind());
    }

    @Override
    public Columns columns() {
        return Columns.of("party", slug).and("kind", kind);
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public String party() {
        return slug;
    }

    @Override
    public Keeping keeping() {
        return keeping;
    }
}
