package org.harmregistry.reports.subscription.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;

/** Somebody's wish to be told. */
@Entity
@Table(name = "subscription")
public class Subscription {

    @Id
    private UUID id;
    private String channel;
    private String url;
    private String reports;
    private String occasions;
    private String language;
    private String description;
    private boolean paused;
    private boolean confirmed;
    @Column(name = "disabled_cause")
    private String disabledCause;
    @Column(name = "disabled_at")
    private Instant disabledAt;
    @Embedded
    private SecretGeneration secret;
    @Column(name = "created_by")
    private String createdBy;
    private String organisation;
    private long version;
    @Column(name = "recorded_at")
    private Instant recordedAt;
    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Subscription() {
    }

    Subscription(UUID id, SubscriptionContent content, Caller caller, String secretKey, Instant now) {
        this.id = id;
        this.channel = content.channel().word();
        this.confirmed = content.channel() == Channel.WEBHOOK;
        this.secret = new SecretGeneration(secretKey);
        this.createdBy = caller.subject();
        this.organisation = caller.requiredOrganisation();
        this.recordedAt = now;
        change(content, now);
    }

    final void change(SubscriptionContent content, Instant now) {
        this.url = content.url();
        this.reports = content.reports() == null ? null : String.join(",", content.reports());
        this.occasions = content.occasions().stream().map(Occasion::word).collect(Collectors.joining(","));
        this.language = content.language();
        this.description = content.description();
        this.paused = content.paused();
        next(now);
    }

    /** A new secret signs from now on; for a while the one before does as well, so that a receiver has time to learn it. */
    void rotate(String secretKey, Duration both, Instant now) {
        secret.rotate(secretKey, now.plus(both));
        next(now);
    }

    void confirm(Instant now) {
        this.confirmed = true;
        next(now);
    }

    void disable(String cause, Instant now) {
        this.disabledCause = cause;
        this.disabledAt = now;
        next(now);
    }

    void enable(Instant now) {
        this.disabledCause = null;
        this.disabledAt = null;
        next(now);
    }

    private void next(Instant now) {
        this.version++;
        this.updatedAt = now;
    }

    /** A webhook is its organisation's, an e-mail its person's; administrators see all. */
    public boolean isVisibleTo(Caller caller) {
        boolean own = channel() == Channel.MAIL ? createdBy.equals(caller.subject()) : caller.belongsTo(organisation);
        return !caller.isAnonymous() && (own || caller.has(Role.ADMIN));
    }

    public SubscriptionContent content() {
        return new SubscriptionContent(channel(), url, reports == null ? null : List.of(reports.split(",")),
                Arrays.stream(occasions.split(",")).map(Occasion::of).toList(), language, description, paused);
    }

    public SubscriptionStatus status() {
        if (disabledCause != null) {
            return SubscriptionStatus.DISABLED;
        }
        if (!confirmed) {
            return SubscriptionStatus.UNCONFIRMED;
        }
        return paused ? SubscriptionStatus.PAUSED : SubscriptionStatus.ACTIVE;
    }

    public UUID id() {
        return id;
    }

    public Channel channel() {
        return Channel.of(channel);
    }

    public String url() {
        return url;
    }

    /** Why the registry sends nothing any more: {@code gone} or {@code failing}; {@code null} unless disabled. */
    public String disabledCause() {
        return disabledCause;
    }

    public Instant disabledAt() {
        return disabledAt;
    }

    public SecretGeneration secret() {
        return secret;
    }

    public String organisation() {
        return organisation;
    }

    public long version() {
        return version;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
