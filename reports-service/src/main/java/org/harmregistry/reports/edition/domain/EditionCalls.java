package org.harmregistry.reports.edition.domain;

import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.http.Preconditions;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.idempotency.Idempotency;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.json.JsonReading;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/**
 * What all decisions about an edition have in common: found, allowed, not repeated, on the version that was read, and then
 * made.
 */
@ApplicationScoped
public class EditionCalls {

    private final UnitOfWork unitOfWork;
    private final EditionStore store;
    private final Idempotency idempotency;
    private final JsonReading json;

    public EditionCalls(UnitOfWork unitOfWork, EditionStore store, Idempotency idempotency, JsonReading json) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.idempotency = idempotency;
        this.json = json;
    }

    /**
     * A request for a decision.
     *
     * @param caller who decides
     * @param edition about which edition
     * @param operation the operation's id
     * @param ifMatch the version that was read
     * @param key a key to repeat it safely by; {@code null} for none
     * @param body the body as sent
     */
    public record Call(Caller caller, UUID edition, String operation, String ifMatch, String key, byte[] body) {
    }

    /** One decision on an edition that is locked. */
    public interface Decision {
        Uni<Void> make(Mutiny.Session session, Caller caller, Edition edition, String reason);
    }

    /** One decision that says itself what it is answered with. */
    interface Effect {
        Uni<Answer> of(Mutiny.Session session, Caller caller, Edition edition, String reason);
    }

    /** A decision that is answered with the edition as it is then. */
    public Uni<Answer> decide(Call call, Decision decision, BiFunction<Edition, List<EditionFinding>, Answer> answer) {
        return decide(call, (session, caller, edition, reason) -> decision.make(session, caller, edition, reason)
                .chain(() -> store.findings(session, edition.id())).map(findings -> answer.apply(edition, findings)));
    }

    /** The key is looked up before the precondition: a repeated request names the version that its first sending changed. */
    Uni<Answer> decide(Call call, Effect effect) {
        IdempotentCall once = IdempotentCall.of(call.caller(), call.operation() + " " + call.edition(), call.key(),
                call.body());
        return unitOfWork.run(session -> store.lock(session, call.edition()).chain(found -> {
            Edition edition = Editions.visible(call.caller(), found);
            call.caller().require(Role.PUBLISHER);
            String reason = json.read(call.body(), Reason.class).reason();
            return idempotency.once(session, once, () -> {
                Preconditions.requireMatch(call.ifMatch(), Editions.tag(call.caller(), edition));
                return effect.of(session, call.caller(), edition, reason);
            });
        }));
    }
}
