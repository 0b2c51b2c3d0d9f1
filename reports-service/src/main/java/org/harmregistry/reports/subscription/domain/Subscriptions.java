package org.harmregistry.reports.subscription.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.http.EntityTags;
import org.harmregistry.kit.http.Preconditions;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.idempotency.Idempotency;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.json.MergePatch;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.databind.JsonNode;

import io.smallrye.mutiny.Uni;

/** The use cases of subscriptions. Others' are not there, except for administrators. */
@ApplicationScoped
public class Subscriptions {

    private final UnitOfWork unitOfWork;
    private final SubscriptionStore store;
    private final SubscriptionJournal journal;
    private final SubscriptionSecrets secrets;
    private final SubscriptionRules rules;
    private final AddressSeal seal;
    private final ConfirmationRequests confirmations;
    private final Idempotency idempotency;
    private final JsonReading json;
    private final Clock clock;
    private final Duration bothSecrets;

    public Subscriptions(UnitOfWork unitOfWork, SubscriptionStore store, SubscriptionJournal journal,
            SubscriptionSecrets secrets, SubscriptionRules rules, AddressSeal seal, ConfirmationRequests confirmations,
            Idempotency idempotency, JsonReading json, Clock clock,
            @ConfigProperty(name = "registry.subscriptions.both-secrets") Duration bothSecrets) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.journal = journal;
        this.secrets = secrets;
        this.rules = rules;
        this.seal = seal;
        this.confirmations = confirmations;
        this.idempotency = idempotency;
        this.json = json;
        this.clock = clock;
        this.bothSecrets = bothSecrets;
    }

    /** The tag of a subscription's only view. */
    public static String tag(Subscription subscription) {
        return EntityTags.of(subscription.version(), "subscription");
    }

    public Uni<Subscription> get(Caller caller, UUID id) {
        return unitOfWork.run(session -> visible(session, caller, id));
    }

    /** A subscription within a unit of work that is already running; 404 if the caller may not see it. */
    public Uni<Subscription> visible(Mutiny.Session session, Caller caller, UUID id) {
        return store.find(session, id).map(found -> visible(caller, found));
    }

    /** The same, locked until the unit of work ends. */
    public Uni<Subscription> locked(Mutiny.Session session, Caller caller, UUID id) {
        return store.lock(session, id).map(found -> visible(caller, found));
    }

    public Uni<List<Subscription>> list(Caller caller, UUID before, int limit) {
        return unitOfWork.run(session -> store.visible(session, caller, before, limit));
    }

    /** Stores a subscription; nothing that came out before is told of, and an address is asked first. */
    public Uni<Answer> create(Caller caller, byte[] body, String key, Function<Subscription, Answer> answer) {
        return Uni.createFrom().deferred(() -> {
            caller.requiredOrganisation();
            NewSubscription wanted = json.read(body, NewSubscription.class);
            SubscriptionContent content = wanted.content();
            MailAddress address = content.channel() == Channel.MAIL ? MailAddress.of(wanted.address()) : null;
            IdempotentCall call = IdempotentCall.of(caller, "createSubscription", key, body);
            return unitOfWork.run(session -> idempotency.once(session, call, () -> {
                rules.check(content);
                return rules.requireRoom(session, caller).chain(() -> insert(session, caller, content, address)).map(answer);
            }));
        });
    }

    /** Changes by merge patch (RFC 7396). */
    public Uni<Subscription> change(Caller caller, UUID id, byte[] patch, String ifMatch) {
        return unitOfWork.run(session -> locked(session, caller, id).chain(subscription -> {
            JsonNode wanted = json.readObject(patch);
            if (wanted.has("channel")) {
                throw Failure.at(CommonFailure.READ_ONLY_FIELD, "/channel", CommonFailure.READ_ONLY_FIELD.title() + ".");
            }
            SubscriptionContent merged = json.convert(MergePatch.apply(json.tree(subscription.content()), wanted),
                    SubscriptionContent.class);
            Preconditions.requireMatch(ifMatch, tag(subscription));
            rules.check(merged);
            subscription.change(merged, now());
            return journal.changed(session, caller, subscription, "changed").replaceWith(subscription);
        }));
    }

    /** Deletes a subscription with all that was ever sent for it; what stays is that there was one. */
    public Uni<Void> delete(Caller caller, UUID id, String ifMatch) {
        return unitOfWork.run(session -> locked(session, caller, id).chain(subscription -> {
            Preconditions.requireMatch(ifMatch, tag(subscription));
            return journal.deleted(session, caller, subscription, now()).chain(() -> session.remove(subscription));
        }));
    }

    /** Lets a disabled subscription be told again; what waits for it is sent, and its failing is forgotten. */
    public Uni<Answer> activate(Caller caller, UUID id, String key, Function<Subscription, Answer> answer) {
        IdempotentCall call = IdempotentCall.of(caller, "activateSubscription " + id, key, null);
        return unitOfWork.run(session -> locked(session, caller, id)
                .chain(subscription -> idempotency.once(session, call, () -> {
                    if (subscription.status() != SubscriptionStatus.DISABLED) {
                        throw Failure.of(SubscriptionFailure.SUBSCRIPTION_NOT_DISABLED);
                    }
                    subscription.enable(now());
                    return journal.changed(session, caller, subscription, "activated")
                            .chain(() -> store.forgetFailing(session, id)).replaceWith(() -> answer.apply(subscription));
                })));
    }

    /** The secrets that sign now, the newest first; to be shown to its own organisation alone. */
    public Uni<List<byte[]>> secrets(Caller caller, UUID id) {
        return get(caller, id).map(subscription -> {
            requireOwn(caller, subscription);
            return secrets.signing(id, subscription.secret(), now());
        });
    }

    /** Begins a new secret; the one before signs as well for a while. */
    public Uni<Answer> rotate(Caller caller, UUID id, String key, Function<Subscription, Answer> answer) {
        IdempotentCall call = IdempotentCall.of(caller, "rotateSubscriptionSecret " + id, key, null);
        return unitOfWork.run(session -> locked(session, caller, id).chain(subscription -> {
            requireOwn(caller, subscription);
            return idempotency.once(session, call, () -> {
                subscription.rotate(secrets.newest(), bothSecrets, now());
                return journal.changed(session, caller, subscription, "secret_rotated")
                        .replaceWith(() -> answer.apply(subscription));
            });
        }));
    }

    /** Sends nothing any more, by the registry's own decision. */
    public Uni<Void> disable(Mutiny.Session session, UUID id, String cause) {
        return store.lock(session, id).chain(subscription -> {
            if (subscription == null || subscription.status() == SubscriptionStatus.DISABLED) {
                return Uni.createFrom().voidItem();
            }
            subscription.disable(cause, now());
            return journal.disabled(session, subscription);
        });
    }

    private Uni<Subscription> insert(Mutiny.Session session, Caller caller, SubscriptionContent content, MailAddress address) {
        Subscription subscription = new Subscription(store.nextId(), content, caller, secrets.newest(), now());
        return session.persist(subscription)
                .chain(() -> journal.changed(session, caller, subscription, "created"))
                .chain(() -> address == null ? Uni.createFrom().voidItem()
                        : store.keepAddress(session, subscription.id(), seal.sealed(subscription.id(), address))
                                .chain(() -> confirmations.ask(session, subscription.id(), now())))
                .replaceWith(subscription);
    }

    private static void requireOwn(Caller caller, Subscription subscription) {
        if (!caller.belongsTo(subscription.organisation())) {
            throw Failure.of(CommonFailure.FORBIDDEN, "Only its own organisation knows a subscription's secret.");
        }
        if (subscription.channel() != Channel.WEBHOOK) {
            throw Failure.of(SubscriptionFailure.NO_SECRET);
        }
    }

    private static Subscription visible(Caller caller, Subscription found) {
        if (found == null || !found.isVisibleTo(caller)) {
            throw Failure.of(CommonFailure.NOT_FOUND);
        }
        return found;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
