package org.harmregistry.reports.edition.domain;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.reports.definition.domain.DefinitionContent;
import org.harmregistry.reports.definition.domain.StoredDefinition;
import org.harmregistry.reports.document.ReportDocument;
import org.harmregistry.reports.registry.RegistryClock;
import org.harmregistry.reports.wording.Wordings;

import io.smallrye.mutiny.Uni;

/** What an edition says: made from its evidence the first time, and found again as it was made from then on. */
@ApplicationScoped
public class EditionContents {

    private final EditionCollection collection;
    private final EditionReplies replies;
    private final FrozenDocuments documents;
    private final RegistryClock registry;
    private final EditionStore store;
    private final UnitOfWork unitOfWork;
    private final Wordings wordings;
    private final JsonReading json;

    public EditionContents(EditionCollection collection, EditionReplies replies, FrozenDocuments documents,
            RegistryClock registry, EditionStore store, UnitOfWork unitOfWork, Wordings wordings, JsonReading json) {
        this.collection = collection;
        this.replies = replies;
        this.documents = documents;
        this.registry = registry;
        this.store = store;
        this.unitOfWork = unitOfWork;
        this.wordings = wordings;
        this.json = json;
    }

    /** Reads the evidence of now, writes the document and keeps it. */
    Uni<MadeEdition> make(Edition draft, StoredDefinition definition) {
        String madeFrom = json.tree(definition.content()).toString();
        return registry.settled().chain(asOf -> collection.collect(draft, definition.content(), asOf)
                .chain(document -> replies.section(draft, languages(draft, document), asOf)
                        .map(sections -> document.with(sections.getOrDefault(draft.language(), List.of()), sections)))
                .chain(document -> before(draft).chain(before -> {
                    List<FigureChange> changes = changes(before, document);
                    ReportDocument whole = withChanges(draft, document, before, changes);
                    return documents.keep(whole).map(digest -> new MadeEdition(whole, asOf, definition.content(), madeFrom,
                            digest, changes));
                })));
    }

    private static List<String> languages(Edition draft, ReportDocument document) {
        return Stream.concat(Stream.of(draft.language()), document.translations().stream()
                .map(ReportDocument.Translation::language)).toList();
    }

    private ReportDocument withChanges(Edition draft, ReportDocument document, Optional<Edition> before,
            List<FigureChange> changes) {
        return document.with(ChangesSection.write(wordings.in(draft.language()), before, changes),
                document.translations().stream().collect(Collectors.toMap(ReportDocument.Translation::language,
                        translation -> ChangesSection.write(wordings.in(translation.language()), before,
                                changes == null ? null
                                        : changes.stream().map(change -> change.in(translation.report().figures()))
                                                .toList()))));
    }

    /** The document as it was kept. */
    Uni<MadeEdition> kept(Edition edition) {
        return documents.find(edition.documentDigest()).map(document -> new MadeEdition(document, edition.effectiveAt(),
                definition(edition), edition.madeFrom(), edition.documentDigest(), changes(edition)));
    }

    /** The definition that an edition was made from, whatever it says today. */
    DefinitionContent definition(Edition edition) {
        return json.read(edition.madeFrom().getBytes(StandardCharsets.UTF_8), DefinitionContent.class);
    }

    /** The edition that this one would replace; empty for the first one. */
    private Uni<Optional<Edition>> before(Edition edition) {
        return unitOfWork.run(session -> store.list(session, EditionQuery.publicOnes(edition.report(), edition.period().key(),
                200))).map(found -> found.stream().filter(
                        other -> other.status() == EditionStatus.PUBLISHED
                                && other.number() < edition.number())
                        .max(Comparator.comparingInt(Edition::number)));
    }

    private List<FigureChange> changes(Optional<Edition> before, ReportDocument document) {
        return before.map(old -> FigureChange.between(json, old.figures(), json.tree(document.figures()).toString()))
                .orElse(null);
    }

    private List<FigureChange> changes(Edition edition) {
        return edition.correction().changes() == null ? null
                : List.of(json.read(edition.correction().changes().getBytes(StandardCharsets.UTF_8), FigureChange[].class));
    }
}
