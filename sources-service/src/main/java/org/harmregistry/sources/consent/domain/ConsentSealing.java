package org.harmregistry.sources.consent.domain;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.sources.sealing.domain.KeyPurpose;
import org.harmregistry.sources.sealing.domain.SealedPlace;
import org.harmregistry.sources.sealing.domain.Sealing;
import org.harmregistry.sources.sealing.domain.SealingKey;
import org.harmregistry.sources.source.domain.Source;

import io.smallrye.mutiny.Uni;

/** Seals the words of consents and opens them, each bound to its source and number. */
@ApplicationScoped
class ConsentSealing {

    private final Sealing sealing;
    private final JsonReading json;

    ConsentSealing(Sealing sealing, JsonReading json) {
        this.sealing = sealing;
        this.json = json;
    }

    String seal(SealingKey key, Source source, int number, ConsentTexts texts) {
        return key.seal(place(source.id(), source.organisation(), number), json.tree(texts).toString());
    }

    /** Opens the words of one source's consents; outside of any session. */
    Uni<List<OpenedConsent>> open(UUID source, List<Consent> consents, Set<Integer> counting) {
        if (consents.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return sealing.existingKey(source, KeyPurpose.NOTES)
                .map(key -> consents.stream()
                        .map(each -> new OpenedConsent(each, texts(key, each), counting.contains(each.number()))).toList());
    }

    private ConsentTexts texts(SealingKey key, Consent consent) {
        String text = key.open(place(consent.sourceId(), consent.organisation(), consent.number()), consent.sealed());
        return json.read(text.getBytes(StandardCharsets.UTF_8), ConsentTexts.class);
    }

    private static SealedPlace place(UUID source, String organisation, int number) {
        return new SealedPlace(source, organisation, "consent/" + number);
    }
}
