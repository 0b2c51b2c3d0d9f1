package org.harmregistry.reports.edition.domain;

import java.nio.charset.StandardCharsets;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.reports.definition.domain.DefinitionContent;
import org.harmregistry.reports.definition.domain.StoredDefinition;
import org.harmregistry.reports.registry.RegistryClock;

import io.smallrye.mutiny.Uni;

/** What an edition says: made from its evidence the first time, and found again as it was made from then on. */
@ApplicationScoped
public class EditionContents {

    private final EditionCollection collection;
    private final EditionReplies replies;
    private final FrozenDocuments documents;
    private final RegistryClock registry;
    private final JsonReading json;

    public EditionContents(EditionCollection collection, EditionReplies replies, FrozenDocuments documents,
            RegistryClock registry, JsonReading json) {
        this.collection = collection;
        this.replies = replies;
        this.documents = documents;
        this.registry = registry;
        this.json = json;
    }

    /** Reads the evidence of now, writes the document and keeps it. */
    Uni<MadeEdition> make(Edition draft, StoredDefinition definition) {
        String madeFrom = json.tree(definition.content()).toString();
        return registry.settled().chain(asOf -> collection.collect(draft, definition.content(), asOf)
                .chain(document -> replies.section(draft, asOf).map(document::with))
                .chain(document -> documents.keep(document)
                        .map(digest -> new MadeEdition(document, asOf, definition.content(), madeFrom, digest))));
    }

    /** The document as it was kept. */
    Uni<MadeEdition> kept(Edition edition) {
        return documents.find(edition.documentDigest()).map(document -> new MadeEdition(document, edition.effectiveAt(),
                definition(edition), edition.madeFrom(), edition.documentDigest()));
    }

    /** The definition that an edition was made from, whatever it says today. */
    DefinitionContent definition(Edition edition) {
        return json.read(edition.madeFrom().getBytes(StandardCharsets.UTF_8), DefinitionContent.class);
    }
}
