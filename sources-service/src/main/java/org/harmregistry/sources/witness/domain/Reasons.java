package org.harmregistry.sources.witness.domain;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.sources.sealing.domain.KeyPurpose;
import org.harmregistry.sources.sealing.domain.SealedPlace;
import org.harmregistry.sources.sealing.domain.Sealing;
import org.harmregistry.sources.sealing.domain.SealingKey;

import io.smallrye.mutiny.Uni;

/** Seals why an identity is opened or shredded: reasons name people and cases. They outlive the identity, under another key. */
@ApplicationScoped
class Reasons {

    static final String REQUEST = "reason";
    static final String DECISION = "decision";

    private final Sealing sealing;
    private final Identities identities;
    private final JsonReading json;

    Reasons(Sealing sealing, Identities identities, JsonReading json) {
        this.sealing = sealing;
        this.identities = identities;
        this.json = json;
    }

    String seal(SealingKey key, HeldIdentity identity, GuardedKind kind, int number, String which, String reason) {
        return key.seal(place(identity.sourceId(), identity.organisation(), kind, number, which),
                json.emptyObject().put(which, reason).toString());
    }

    /** Opens the reasons of acts of one source; outside of any session. */
    Uni<List<ReasonedAct>> open(UUID source, String organisation, List<GuardedAct> acts) {
        if (acts.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return sealing.existingKey(source, KeyPurpose.NOTES).map(key -> acts.stream()
                .map(act -> new ReasonedAct(act, open(key, organisation, act, REQUEST, act.sealedReason()),
                        open(key, organisation, act, DECISION, act.sealedDecision())))
                .toList());
    }

    private String open(SealingKey key, String organisation, GuardedAct act, String which, String sealed) {
        if (sealed == null) {
            return null;
        }
        String text = key.open(place(act.sourceId(), organisation, act.kind(), act.number(), which), sealed);
        return json.stored(text).path(which).textValue();
    }

    private SealedPlace place(UUID source, String organisation, GuardedKind kind, int number, String which) {
        return new SealedPlace(source, organisation, json.tree(kind).textValue() + "/" + number + "/" + which);
    }
}
