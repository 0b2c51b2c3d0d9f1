package org.harmregistry.sources.witness.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.sources.sealing.domain.SealedPlace;
import org.harmregistry.sources.sealing.domain.SealingKey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Turns an identity into sealed fields and back, each bound to its source, field and organisation. */
@ApplicationScoped
class IdentitySealing {

    private static final List<String> FIELDS = List.of("names", "contacts", "dateOfBirth", "address", "relations", "notes");
    private static final String VALUE = "value";

    private final JsonReading json;

    IdentitySealing(JsonReading json) {
        this.json = json;
    }

    SealedFields seal(SealingKey key, UUID source, String organisation, WitnessIdentity identity) {
        JsonNode tree = json.tree(identity);
        Map<String, String> sealed = new HashMap<>();
        for (String field : FIELDS) {
            ObjectNode wrapped = json.emptyObject();
            wrapped.set(VALUE, tree.get(field));
            sealed.put(field, key.seal(new SealedPlace(source, organisation, field), wrapped.toString()));
        }
        return new SealedFields(sealed);
    }

    WitnessIdentity open(SealingKey key, HeldIdentity held) {
        ObjectNode tree = json.emptyObject();
        for (String field : FIELDS) {
            String text = key.open(new SealedPlace(held.sourceId(), held.organisation(), field),
                    held.sealed().byField().get(field));
            tree.set(field, json.stored(text).get(VALUE));
        }
        return json.convert(tree, WitnessIdentity.class);
    }
}
