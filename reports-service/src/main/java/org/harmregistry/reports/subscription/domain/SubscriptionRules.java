package org.harmregistry.reports.subscription.domain;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.reports.wording.Wordings;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** What a subscription may ask for in this registry. */
@ApplicationScoped
class SubscriptionRules {

    /** So many questions may one caller have open, or people who never asked for it would be flooded with them. */
    private static final int MOST_UNCONFIRMED = 20;

    private final SubscriptionStore store;
    private final WebhookTargets targets;
    private final Wordings wordings;
    private final boolean mail;
    private final long most;

    SubscriptionRules(SubscriptionStore store, WebhookTargets targets, Wordings wordings,
            @ConfigProperty(name = "registry.mail.from") Optional<String> from,
            @ConfigProperty(name = "registry.subscriptions.most") long most) {
        this.store = store;
        this.targets = targets;
        this.wordings = wordings;
        this.mail = from.filter(text -> !text.isBlank()).isPresent();
        this.most = most;
    }

    void check(SubscriptionContent content) {
        if (content.channel() == Channel.WEBHOOK) {
            targets.check(content.url());
        } else if (!mail) {
            throw Failure.of(SubscriptionFailure.MAIL_IS_OFF);
        }
        if (!wordings.languages().contains(content.language())) {
            throw Failure.at(CommonFailure.INVALID_VALUE, "/language",
                    "Available: " + String.join(", ", wordings.languages()) + ".");
        }
    }

    /** Refuses one more where there are enough. */
    Uni<Void> requireRoom(Mutiny.Session session, Caller caller) {
        return store.count(session, caller.organisation())
                .chain(all -> store.countUnconfirmed(session, caller.subject()).invoke(unconfirmed -> {
                    if (all >= most || unconfirmed >= MOST_UNCONFIRMED) {
                        throw Failure.of(SubscriptionFailure.TOO_MANY_SUBSCRIPTIONS);
                    }
                })).replaceWithVoid();
    }
}
