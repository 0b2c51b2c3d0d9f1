package org.harmregistry.incidents.statement;

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

/** Row of a statement. */
@Entity
@Table(name = "statement")
public class StatementRow implements DatedRecord<Statement> {

    @Id
    private UUID id;

    private String party;

    @Column(name = "known_on")
    private LocalDate knownOn;

    private String kind;

    private String channel;

    @Embedded
    private Keeping keeping;

    protected StatementRow() {
    }

    StatementRow(UUID id, String party, Keeping keeping) {
        this.id = id;
        this.party = party;
        this.keeping = keeping;
    }

    @Override
    public void show(Statement content) {
        knownOn = content.knownOn();
        kind = Terms.of(content.kind());
        channel = Terms.of(content.channel());
    }

    @Override
    public Columns columns() {
        return Columns.of(this).and("kind", kind).and("channel", channel);
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
