package org.harmregistry.incidents.organisation;

import java.util.UUID;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.harmregistry.incidents.record.Columns;
import org.harmregistry.incidents.record.Keeping;
import org.harmregistry.incidents.record.StoredRecord;
import org.harmregistry.incidents.record.Terms;

/** Row of an organisation. */
@Entity
@Table(name = "organisation")
public class OrganisationRow implements StoredRecord<Organisation> {

    @Id
    private String slug;

    private UUID id;

    private String kind;

    @Embedded
    private Keeping keeping;

    protected OrganisationRow() {
    }

    OrganisationRow(String slug, UUID id, Keeping keeping) {
        this.slug = slug;
        this.id = id;
        this.keeping = keeping;
    }

    @Override
    public void show(Organisation content) {
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
