package org.harmregistry.incidents.commitment;

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

/** Row of a commitment. */
@Entity
@Table(name = "commitment")
public class CommitmentRow implements DatedRecord<Commitment> {

    @Id
    private UUID id;

    private String party;

    @Column(name = "known_on")
    private LocalDate knownOn;

    @Embedded
    private Keeping keeping;

    protected CommitmentRow() {
    }

    CommitmentRow(UUID id, Keeping keeping) {
        this.id = id;
        this.keeping = keeping;
    }

    @Override
    public void show(Commitment content) {
        party = content.party();
        knownOn = content.knownOn();
    }

    @Override
    public Columns columns() {
        return Columns.of(this);
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
