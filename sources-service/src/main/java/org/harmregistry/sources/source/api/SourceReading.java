package org.harmregistry.sources.source.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.json.MergePatch;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.archive.Content;
import org.harmregistry.sources.source.domain.ImportedSource;
import org.harmregistry.sources.source.domain.Publication;
import org.harmregistry.sources.source.domain.Source;
import org.harmregistry.sources.source.domain.SourceContent;
import org.harmregistry.sources.source.domain.SourceDocuments;
import org.harmregistry.sources.source.domain.SourceDraft;
import org.harmregistry.sources.source.domain.SourceRules;
import org.harmregistry.sources.source.domain.SourceStatus;
import org.harmregistry.sources.source.domain.SourceText;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads what clients send of sources: whole, as a patch, and as rows of an import. */
@ApplicationScoped
class SourceReading {

    private static final Set<String> READ_ONLY = Set.of("id", "dataQuality", "canonicalKey", "duplicates", "unavailable",
            "organisation", "version", "recordedAt", "updatedAt", "asOf");
    private static final List<String> STEPPED = List.of("status", "publication", "restrictions");

    private final JsonReading json;
    private final SourceDocuments documents;
    private final SourceRules rules;

    SourceReading(JsonReading json, SourceDocuments documents, SourceRules rules) {
        this.json = json;
        this.documents = documents;
        this.rules = rules;
    }

    SourceDraft draft(byte[] body) {
        JsonNode tree = json.readObject(body);
        refuseReadOnly(tree);
        return draft(tree);
    }

    /** The source as a merge patch (RFC 7396) leaves it. */
    SourceDraft patched(Source source, byte[] patch) {
        JsonNode tree = json.readObject(patch);
        refuseReadOnly(tree);
        return draft(MergePatch.apply(documents.tree(source.content()), tree));
    }

    /** Puts the words aside: the register keeps their digests. */
    private SourceDraft draft(JsonNode tree) {
        List<Content> words = new ArrayList<>();
        if (tree.get("texts") instanceof ArrayNode texts) {
            for (int i = 0; i < texts.size(); i++) {
                texts.set(i, json.tree(named(texts.get(i), "/texts/" + i, words)));
            }
        }
        SourceContent content = json.convert(tree, SourceContent.class);
        rules.check(content);
        return new SourceDraft(content, words);
    }

    private SourceText named(JsonNode text, String pointer, List<Content> words) {
        if (text.isNull()) {
            throw Failure.at(CommonFailure.WRONG_TYPE, pointer, "null is not taken in this list.");
        }
        try {
            TextRequest read = json.convert(text, TextRequest.class);
            Content content = read.text() == null ? null : Content.of(read.text());
            if (content != null) {
                words.add(content);
            }
            return read.toText(content);
        } catch (Failure failure) {
            throw failure.below(pointer);
        }
    }

    ImportedSource row(byte[] row) {
        ObjectNode tree = (ObjectNode) json.readObject(row);
        // Before anything is taken out of the tree: it is the whole row that is told from its last import.
        String digest = CanonicalJson.digest(CanonicalJson.canonical(tree));
        SourceStatus status = word(tree.remove("status"), SourceStatus.class, "/status");
        Publication publication = word(tree.remove("publication"), Publication.class, "/publication");
        ImportedSource.Exported exported = exported(tree);
        if (exported == null) {
            refuseReadOnly(tree);
            return new ImportedSource(draft(tree), status, publication, null, digest);
        }
        tree.remove(READ_ONLY);
        tree.remove("restrictions");
        return new ImportedSource(draft(tree),
                status == SourceStatus.DRAFT ? null : status, publication == Publication.WITHHELD ? null : publication,
                exported, digest);
    }

    /** A row that names a record of the registry and its version comes out of an export. */
    private static ImportedSource.Exported exported(ObjectNode tree) {
        JsonNode id = tree.path("id");
        JsonNode version = tree.path("version");
        boolean both = id.isTextual() && RecordAddress.isId(id.textValue()) && version.isIntegralNumber()
                && version.canConvertToLong();
        return both ? new ImportedSource.Exported(UUID.fromString(id.textValue()), version.longValue()) : null;
    }

    /** The digest of a body that does not depend on the order of its members. */
    static String digest(byte[] body) {
        return CanonicalJson.digest(new String(body, StandardCharsets.UTF_8));
    }

    private <T> T word(JsonNode value, Class<T> vocabulary, String pointer) {
        if (value == null) {
            return null;
        }
        try {
            return json.convert(value, vocabulary);
        } catch (Failure failure) {
            throw failure.below(pointer);
        }
    }

    private static void refuseReadOnly(JsonNode tree) {
        tree.fieldNames().forEachRemaining(name -> {
            if (READ_ONLY.contains(name)) {
                throw Failure.at(CommonFailure.READ_ONLY_FIELD, "/" + name, "The registry sets this field.");
            }
            if (STEPPED.contains(name)) {
                throw Failure.at(CommonFailure.READ_ONLY_FIELD, "/" + name,
                        "This is changed by a step with a reason, which has an address of its own.");
            }
        });
    }
}
