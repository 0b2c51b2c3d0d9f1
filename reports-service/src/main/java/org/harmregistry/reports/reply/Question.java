package org.harmregistry.reports.reply;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.reports.definition.domain.StoredDefinition;

/** A question to a party, as it was sent. It never changes. */
@Entity
@Table(name = "question")
public class Question {

    @Id
    private UUID id;
    @Column(name = "definition_id")
    private UUID definitionId;
    private String report;
    @Column(name = "period_key")
    private String periodKey;
    private String party;
    private String text;
    private String language;
    private String channel;
    @Column(name = "sent_on")
    private LocalDate sentOn;
    @Column(name = "due_on")
    private LocalDate dueOn;
    private String organisation;
    @Column(name = "recorded_by")
    private String recordedBy;
    @Column(name = "recorded_at")
    private Instant recordedAt;

    protected Question() {
    }

    Question(UUID id, StoredDefinition definition, QuestionContent content, Caller caller, Instant now) {
        this.id = id;
        this.definitionId = definition.id();
        this.report = definition.content().slug();
        this.periodKey = content.period();
        this.party = content.party();
        this.text = content.text();
        this.language = content.languageOrDefault();
        this.channel = content.channel();
        this.sentOn = content.sentOn();
        this.dueOn = content.dueOn();
        this.organisation = definition.organisation();
        this.recordedBy = caller.subject();
        this.recordedAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID definitionId() {
        return definitionId;
    }

    public String report() {
        return report;
    }

    /** Key of the period that it is about; {@code null} for all of them. */
    public String periodKey() {
        return periodKey;
    }

    public String party() {
        return party;
    }

    public String text() {
        return text;
    }

    public String language() {
        return language;
    }

    public String channel() {
        return channel;
    }

    public LocalDate sentOn() {
        return sentOn;
    }

    /** The last day for an answer. */
    public LocalDate dueOn() {
        return dueOn;
    }

    public String organisation() {
        return organisation;
    }

    public Instant recordedAt() {
        return recordedAt;
    }
}
