package org.harmregistry.incidents.vocabulary;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One list of terms. */
@Schema(name = "Vocabulary", description = "A list of terms with their meanings. A term that stands on the wire is never given another "
        + "meaning; the version goes up when the list changes.")
public record Vocabulary(
        @Schema(description = "Its name in addresses", examples = "grading") String name,
        @Schema(description = "Version of the list; of a source's list, the source's own", examples = "1") String version,
        VocabularyKind kind,
        Label label,
        @Schema(description = "What the list says of a record") String definition,
        @Schema(description = "Fields that take its terms") List<String> usedIn,
        @Schema(description = "Where the list comes from", examples = "Airwars") String origin,
        List<Term> terms) {

    public Vocabulary {
        usedIn = usedIn == null ? List.of() : List.copyOf(usedIn);
        terms = List.copyOf(terms);
    }

    /** A name for people, in two languages. */
    @Schema(name = "VocabularyLabel")
    public record Label(@Schema(description = "In English") String en, @Schema(description = "In Arabic") String ar) {
    }

    /** One term. */
    @Schema(name = "VocabularyTerm")
    public record Term(
            @Schema(description = "As it stands on the wire", examples = "fair") String id,
            Label label,
            @Schema(description = "What it means") String definition,
            @Schema(description = "The term of the same list that it is a kind of") String broader,
            @Schema(description = "What it matches in the lists of others: SDG 16.1.2, UCDP, ACLED, HXL and others") List<Match> matches) {

        public Term {
            matches = matches == null ? List.of() : List.copyOf(matches);
        }
    }

    /** A term of another list that means the like. */
    @Schema(name = "VocabularyMatch")
    public record Match(@Schema(description = "The other list's name", examples = "sdg-16-1-2-sex") String vocabulary,
            @Schema(description = "The other list's term", examples = "woman") String term, MatchRelation relation) {
    }
}
