package org.harmregistry.incidents.vocabulary;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.kit.paging.Page;

/** All vocabularies, without their terms. */
@Schema(name = "VocabularyList", description = "All vocabularies on one page, without their terms")
public record VocabularyList(List<Entry> items, Page.Position page) {

    /** A vocabulary without its terms. */
    @Schema(name = "VocabularyEntry")
    public record Entry(String name, String version, VocabularyKind kind, Vocabulary.Label label, String definition,
            @Schema(description = "How many terms it has") int terms) {

        static Entry of(Vocabulary vocabulary) {
            return new Entry(vocabulary.name(), vocabulary.version(), vocabulary.kind(), vocabulary.label(),
                    vocabulary.definition(), vocabulary.terms().size());
        }
    }

    static VocabularyList of(List<Vocabulary> vocabularies) {
        return new VocabularyList(vocabularies.stream().map(Entry::of).toList(),
                new Page.Position(vocabularies.size(), null));
    }
}
