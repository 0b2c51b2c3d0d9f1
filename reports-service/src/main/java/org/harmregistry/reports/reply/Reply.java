package org.harmregistry.reports.reply;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.harmregistry.kit.identity.Caller;

/** What a party answered. Its words never change; it may be held until a publisher lets it out. */
@Entity
@Table(name = "reply")
public class Reply {

    /**
     * What a reply is about.
     *
     * @param definition the report's definition
     * @param report its slug
     * @param question the question that it answers; {@code null} if none
     * @param edition the edition that it was given to; {@code null} if it came before one was out
     * @param party the party that answers
     * @param organisation the definition's owner
     */
    public record About(UUID definition, String report, UUID question, UUID edition, String party, String organisation) {
    }

    @Id
    private UUID id;
    @Column(name = "definition_id")
    private UUID definitionId;
    private String report;
    @Column(name = "question_id")
    private UUID questionId;
    @Column(name = "edition_id")
    private UUID editionId;
    private String party;
    private String text;
    private String language;
    private String channel;
    @Column(name = "received_on")
    private LocalDate receivedOn;
    private String organisation;
    @Column(name = "recorded_by")
    private String recordedBy;
    @Column(name = "recorded_at")
    private Instant recordedAt;
    @Column(name = "held_by")
    private String heldBy;
    @Column(name = "released_by")
    private String releasedBy;
    @Column(name = "released_at")
    private Instant releasedAt;
    @Column(name = "release_reason")
    private String releaseReason;
    private long version;

    protected Reply() {
    }

    Reply(UUID id, About about, ReplyContent content, String heldBy, Caller caller, Instant now) {
        this.id = id;
        this.definitionId = about.definition();
        this.report = about.report();
        this.questionId = about.question();
        this.editionId = about.edition();
        this.party = about.party();
        this.text = content.text();
        this.language = content.languageOrDefault();
        this.channel = content.channel();
        this.receivedOn = content.receivedOn();
        this.organisation = about.organisation();
        this.recordedBy = caller.subject();
        this.recordedAt = now;
        this.heldBy = heldBy;
        this.version = 1;
    }

    void release(Caller caller, String reason, Instant now) {
        this.releasedBy = caller.subject();
        this.releaseReason = reason;
        this.releasedAt = now;
        this.version++;
    }

    /** True if everybody who may read what it answers may read it, too. */
    public boolean isOpen() {
        return heldBy == null || releasedBy != null;
    }

    public UUID id() {
        return id;
    }

    public String report() {
        return report;
    }

    public UUID questionId() {
        return questionId;
    }

    public UUID editionId() {
        return editionId;
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

    public LocalDate receivedOn() {
        return receivedOn;
    }

    public String organisation() {
        return organisation;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    /** Names of the rules of the gate that hold it, with commas between; {@code null} for none. */
    public String heldBy() {
        return heldBy;
    }

    public Instant releasedAt() {
        return releasedAt;
    }

    public long version() {
        return version;
    }
}
