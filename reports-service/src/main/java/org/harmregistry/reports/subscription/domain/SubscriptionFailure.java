package org.harmregistry.reports.subscription.domain;

import org.harmregistry.kit.problem.FailureCode;
import org.harmregistry.kit.problem.FailureKind;

/** What can be wrong with subscriptions alone. */
public enum SubscriptionFailure implements FailureCode {
    TOO_MANY_SUBSCRIPTIONS(FailureKind.CONFLICT, "The organisation has as many subscriptions as one may have"),
    MAIL_IS_OFF(FailureKind.CONFLICT, "This registry sends no e-mail"),
    WEBHOOK_NOT_SECURE(FailureKind.AGAINST_RULE, "A webhook is sent over https"),
    NO_SECRET(FailureKind.CONFLICT, "Only webhooks are signed"),
    SUBSCRIPTION_NOT_DISABLED(FailureKind.CONFLICT, "The subscription is not disabled"),
    SUBSCRIPTION_NOT_ACTIVE(FailureKind.CONFLICT, "The subscription is not active: nothing would be sent");

    private final FailureKind kind;
    private final String title;

    SubscriptionFailure(FailureKind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    @Override
    public FailureKind kind() {
        return kind;
    }

    @Override
    public String title() {
        return title;
    }
}
