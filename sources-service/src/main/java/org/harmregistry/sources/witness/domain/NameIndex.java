package org.harmregistry.sources.witness.domain;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.sources.sealing.domain.NameToken;
import org.harmregistry.sources.sealing.domain.NameTokens;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Finds sources by the name of the person behind them, by tokens that tell nobody the name who has not the index key. */
@ApplicationScoped
class NameIndex {

    private final NameTokens tokens;
    private final IndexedNames indexed;

    NameIndex(NameTokens tokens, IndexedNames indexed) {
        this.tokens = tokens;
        this.indexed = indexed;
    }

    /** The tokens of a person's names, under the present index key; outside of any session. */
    Uni<List<NameToken>> tokens(WitnessIdentity identity) {
        return tokens.of(identity.names().stream().map(name -> NameForm.of(name.name())).distinct().toList());
    }

    /** Puts a source's tokens in the place of those that are there. */
    Uni<Void> put(Mutiny.Session session, UUID source, List<NameToken> tokens) {
        return indexed.put(session, source, tokens);
    }

    /** The tokens that a name may stand under: one for each index key in use. */
    Uni<List<NameToken>> anyOf(String name) {
        return tokens.anyOf(NameForm.of(name));
    }
}
