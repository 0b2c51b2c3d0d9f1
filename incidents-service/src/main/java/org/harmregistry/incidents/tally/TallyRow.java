package org.harmregistry.incidents.tally;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.harmregistry.incidents.record.AreaName;
import org.harmregistry.incidents.record.Columns;
import org.harmregistry.incidents.record.DatedRecord;
import org.harmregistry.incidents.record.Keeping;
import org.harmregistry.incidents.record.Period;
import org.harmregistry.incidents.record.Terms;

/** Row of a tally. */
@Entity
@Table(name = "tally")
public class TallyRow implements DatedRecord<Tally> {

    @Id
    private UUID id;

    private String party;

    @Column(name = "known_on")
    private LocalDate knownOn;

    private String kind;

    private String stance;

    private String unit;

    private String measure;

    /** First day of the month that a monthly report is about. */
    private LocalDate month;

    @Column(name = "area_key")
    private String areaKey;

    @Column(name = "period_from")
    private LocalDate periodFrom;

    @Column(name = "period_to")
    private LocalDate periodTo;

    @Embedded
    private Keeping keeping;

    protected TallyRow() {
    }

    TallyRow(UUID id, String party, Keeping keeping) {
        this.id = id;
        this.party = party;
        this.keeping = keeping;
    }

    @Override
    public void show(Tally content) {
        Period period = content.period();
        knownOn = content.knownOn();
        kind = Terms.of(content.kind());
        stance = Terms.of(content.stance());
        unit = Terms.of(content.unit());
        measure = Terms.of(content.measure());
        month = content.month() == null ? null : content.month().atDay(1);
        areaKey = AreaName.normalised(content.area());
        periodFrom = period == null ? null : period.firstDay();
        periodTo = period == null ? null : period.lastDay();
    }

    @Override
    public Columns columns() {
        return Columns.of(this).and("kind", kind).and("stance", stance).and("unit", unit).and("measure", measure)
                .and("month", month).and("areaKey", areaKey).and("periodFrom", periodFrom).and("periodTo", periodTo);
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
