package org.harmregistry.reports.edition.domain;

import java.nio.charset.StandardCharsets;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.reports.archive.Archive;
import org.harmregistry.reports.document.ReportDocument;

import io.smallrye.mutiny.Uni;

/** What editions say, kept from the moment they are whole: what is published later is what people read before they agreed. */
@ApplicationScoped
public class FrozenDocuments {

    private final Archive archive;
    private final JsonReading json;

    public FrozenDocuments(Archive archive, JsonReading json) {
        this.archive = archive;
        this.json = json;
    }

    /** Keeps the document and gives its digest. */
    Uni<String> keep(ReportDocument document) {
        return archive.keep(json.tree(document).toString().getBytes(StandardCharsets.UTF_8), "application/json");
    }

    /** The document of a digest; fails with {@code content_damaged} if the archive no longer has it as it was. */
    Uni<ReportDocument> find(String digest) {
        return archive.find(digest).map(found -> {
            if (found.isEmpty() || !CanonicalJson.digest(found.get()).equals(digest)) {
                throw Failure.of(EditionFailure.CONTENT_DAMAGED);
            }
            return json.read(found.get(), ReportDocument.class);
        });
    }
}
