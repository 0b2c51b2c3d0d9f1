package org.harmregistry.sources.source.domain;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.json.JsonReading;

import com.fasterxml.jackson.databind.JsonNode;

/** A source's content as JSON: as it is sent, and as a patch meets it. */
@ApplicationScoped
public class SourceDocuments {

    private final JsonReading json;

    public SourceDocuments(JsonReading json) {
        this.json = json;
    }

    /** The content as it can be written again: of texts the digests alone. */
    public JsonNode tree(SourceContent content) {
        return json.tree(content);
    }

    /** The source as the caller sees it. */
    public ShownSource shown(Source source, Caller caller) {
        String view = SourceAccess.view(caller, source.organisation());
        boolean everybody = view.equals(SourceAccess.PUBLIC);
        return new ShownSource(source.id(), view,
                json.tree(everybody ? source.publicContent() : source.content()).toString(),
                json.tree(source.facts()).toString(),
                new ShownSource.Standing(json.tree(source.status()).textValue(), json.tree(source.publication()).textValue(),
                        source.organisation(), everybody ? null : source.restrictions()),
                source.versionFor(caller), source.recordedAt(), source.updatedAtFor(caller), null);
    }
}
