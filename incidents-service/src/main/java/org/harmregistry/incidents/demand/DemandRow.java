package org.harmregistry.incidents.demand;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.harmregistry.incidents.record.Columns;
import org.harmregistry.incidents.record.DatedRecord;
import org.harmregistry.incidents.record.Keeping;
import org.harmregistry.incidents.record.Terms;

/** Row of a demand. */
@Entity
@Table(name = "demand")
public class DemandRow implements DatedRecord<Demand> {

    @Id
    private UUID id;

    private String party;

    @Column(name = "known_on")
    private LocalDate knownOn;

    private String kind;

    private String state;

    @Embedded
    private Keeping keeping;

    protected DemandRow() {
    }

    DemandRow(UUID id, Keeping keeping) {
        this.id = id;
        this.keeping = keeping;
    }

    @Override
    public void show(Demand content) {
        party = content.addressee();
        knownOn = content.knownOn();
        kind = Terms.of(content.kind());
        state = Terms.of(content.state());
    }

    @Override
    public Columns columns() {
        return Columns.of(this).and("kind", kind).and("state", state);
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public String party() {
        return party;
    }

    @Override
    public LocalDate knownOn() {
        return knownOn;
    }

    @Override
    public Keeping keeping() {
        return keeping;
    }
}
