package org.harmregistry.sources.source.domain;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.sources.archive.ArchivedText;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

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

    /** The content of a source as a tree, to be filled with the words of its texts. */
    public ObjectNode opened(ShownSource source) {
        return json.stored(source.content());
    }

    /** The digests of the texts of an opened content. */
    public static Set<String> digests(ObjectNode content) {
        Set<String> digests = new HashSet<>();
        content.path("texts").forEach(text -> digests.add(text.path("digest").textValue()));
        return digests;
    }

    /** An opened content as JSON with the words of its texts, as far as the archive has them. */
    public String withWords(ObjectNode content, Map<String, ArchivedText> words) {
        content.path("texts").forEach(text -> {
            ArchivedText archived = words.get(text.path("digest").textValue());
            if (archived != null && archived.text() != null) {
                ((ObjectNode) text).put("text", archived.text());
            }
            if (archived != null && archived.integrity() != null) {
                ((ObjectNode) text).set("integrity", json.tree(archived.integrity()));
            }
        });
        return content.toString();
    }
}
