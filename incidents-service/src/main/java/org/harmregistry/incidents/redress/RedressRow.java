package org.harmregistry.incidents.redress;

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

/** Row of redress. */
@Entity
@Table(name = "redress")
public class RedressRow implements DatedRecord<Redress> {

    @Id
    private UUID id;

    private String party;

    private UUID incident;

    private UUID allegation;

    @Column(name = "known_on")
    private LocalDate knownOn;

    private String kind;

    @Column(name = "loss_type")
    private String lossType;

    private String state;

    @Embedded
    private Keeping keeping;

    protected RedressRow() {
    }

    RedressRow(UUID id, Keeping keeping) {
        this.id = id;
        this.keeping = keeping;
    }

    @Override
    public void show(Redress content) {
        party = content.party();
        incident = content.incident();
        allegation = content.allegation();
        knownOn = content.knownOn();
        kind = Terms.of(content.kind());
        lossType = Terms.of(content.lossType());
        state = Terms.of(content.state());
    }

    @Override
    public Columns columns() {
        return Columns.of(this).and("incident", incident).and("allegation", allegation).and("kind", kind)
                .and("lossType", lossType).and("state", state);
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
