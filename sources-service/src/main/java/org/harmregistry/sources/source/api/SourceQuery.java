package org.harmregistry.sources.source.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.harmregistry.kit.history.AsOf;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.kit.words.SearchTerms;
import org.harmregistry.sources.source.domain.ExternalId;
import org.harmregistry.sources.source.domain.Publication;
import org.harmregistry.sources.source.domain.Reliability;
import org.harmregistry.sources.source.domain.Sensitivity;
import org.harmregistry.sources.source.domain.SourceFilter;
import org.harmregistry.sources.source.domain.SourceKind;
import org.harmregistry.sources.source.domain.SourceStatus;

/** The query parameters of the list of sources, as they came. */
public class SourceQuery {

    private static final int MOST_WORDS = 20;

    @QueryParam("q")
    @Parameter(description = "Words in Latin or Arabic script, all of which stand in the title, publisher, author or part of the source, or in one of its texts or translations; at most 20. Spellings of one name meet, and a word of four letters or more finds words that begin with it.")
    String q;

    @QueryParam("kind")
    @Parameter(description = "What the source is.", schema = @Schema(implementation = SourceKind.class))
    String kind;

    @QueryParam("language")
    @Parameter(description = "Language of the original, BCP 47; ar asks for ar-SY, too.")
    String language;

    @QueryParam("publisher")
    @Parameter(description = "The publisher's name as it stands in the source.")
    String publisher;

    @QueryParam("from")
    @Parameter(description = "First day of publication, YYYY-MM-DD.", schema = @Schema(format = "date"))
    String from;

    @QueryParam("to")
    @Parameter(description = "Last day of publication, inclusive, YYYY-MM-DD.", schema = @Schema(format = "date"))
    String to;

    @QueryParam("reliability")
    @Parameter(description = "Admiralty scale, A to F.", schema = @Schema(implementation = Reliability.class))
    String reliability;

    @QueryParam("credibility")
    @Parameter(description = "Admiralty scale, 1 to 6.", schema = @Schema(type = SchemaType.INTEGER))
    String credibility;

    @QueryParam("sensitivity")
    @Parameter(description = "A warning that the source carries.", schema = @Schema(implementation = Sensitivity.class))
    String sensitivity;

    @QueryParam("dataset")
    @Parameter(description = "Slug of the data set that the record was taken from.")
    String dataset;

    @QueryParam("organisation")
    @Parameter(description = "The organisation that brought the source.")
    String organisation;

    @QueryParam("status")
    @Parameter(description = "Where the source stands in its life.", schema = @Schema(implementation = SourceStatus.class))
    String status;

    @QueryParam("publication")
    @Parameter(description = "Who may read the source.", schema = @Schema(implementation = Publication.class))
    String publication;

    @QueryParam("externalId")
    @Parameter(description = "An id in another system: the system, a colon, the id.", example = "ucdp-ged-citation:0a1b")
    String externalId;

    @QueryParam("incident")
    @Parameter(description = "Id of an incident that the source is cited for.", schema = @Schema(format = "uuid"))
    String incident;

    @QueryParam("updatedSince")
    @Parameter(description = "Earliest instant of the last change, RFC 3339.", schema = @Schema(format = "date-time"))
    String updatedSince;

    @QueryParam("asOf")
    @Parameter(description = AsOf.PARAMETER
            + ". Words are searched in sources as they stand today alone.", schema = @Schema(format = "date-time"))
    String asOf;

    /** What is asked for of today. */
    SourceFilter filter() {
        return new SourceFilter(words(q),
                new SourceFilter.Said(word(kind, SourceKind.class, "kind"), language(language), text(publisher, "publisher"),
                        date(from, "from"), date(to, "to"), letter(reliability), credibility(credibility),
                        word(sensitivity, Sensitivity.class, "sensitivity")),
                new SourceFilter.Held(text(dataset, "dataset"), text(organisation, "organisation"),
                        word(status, SourceStatus.class, "status"), word(publication, Publication.class, "publication"),
                        externalIdOf(externalId), id(incident), instant(updatedSince)),
                null);
    }

    Instant asOf() {
        return AsOf.parameter(asOf);
    }

    /** Refuses a parameter of pages where there are none. */
    static void requireNone(String name, UriInfo uri) {
        if (uri.getQueryParameters().containsKey(name)) {
            throw invalid(name, "Only pages of JSON take this parameter.");
        }
    }

    private static List<String> words(String q) {
        List<String> words = SearchTerms.query(text(q, "q"));
        if (q != null && words.isEmpty()) {
            throw invalid("q", "q holds at least one word of two letters or digits.");
        }
        if (words.size() > MOST_WORDS) {
            throw invalid("q", "q holds at most 20 words.");
        }
        return words;
    }

    private static <E extends Enum<E>> E word(String word, Class<E> vocabulary, String name) {
        if (word == null) {
            return null;
        }
        return Arrays.stream(vocabulary.getEnumConstants())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word)).findFirst()
                .orElseThrow(() -> invalid(name, "There is no such word in this vocabulary."));
    }

    private static Reliability letter(String letter) {
        if (letter == null) {
            return null;
        }
        return Arrays.stream(Reliability.values()).filter(each -> each.name().equals(letter)).findFirst()
                .orElseThrow(() -> invalid("reliability", "A letter from A to F is taken here."));
    }

    private static Integer credibility(String digit) {
        if (digit != null && !digit.matches("[1-6]")) {
            throw invalid("credibility", "A whole number from 1 to 6 is taken here.");
        }
        return digit == null ? null : Integer.valueOf(digit);
    }

    private static String language(String tag) {
        if (tag != null && !tag.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")) {
            throw invalid("language", "A language is named by its BCP 47 tag, such as en or ar.");
        }
        return tag;
    }

    private static LocalDate date(String date, String name) {
        try {
            if (date == null || date.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return date == null ? null : LocalDate.parse(date);
            }
        } catch (DateTimeParseException e) {
            // Answered below, like any other form that is not taken.
        }
        throw invalid(name, "No such date, or not in the form YYYY-MM-DD.");
    }

    private static Instant instant(String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw invalid("updatedSince", "An RFC 3339 instant is taken here, such as 2026-11-23T20:00:00Z.");
        }
    }

    private static UUID id(String id) {
        if (id != null && !RecordAddress.isId(id)) {
            throw invalid("incident", "An incident is named by its id.");
        }
        return id == null ? null : UUID.fromString(id);
    }

    static String text(String text, String name) {
        if (text != null && (text.isBlank() || text.length() > 300 || text.indexOf('\u0000') >= 0)) {
            throw invalid(name, "Between 1 and 300 characters are taken here.");
        }
        return text;
    }

    private static ExternalId externalIdOf(String value) {
        if (value == null) {
            return null;
        }
        int colon = value.indexOf(':');
        if (colon < 1 || value.indexOf('\u0000') >= 0) {
            throw invalid("externalId", "Give the system, a colon and the id.");
        }
        try {
            return new ExternalId(value.substring(0, colon), value.substring(colon + 1));
        } catch (Failure failure) {
            throw invalid("externalId", failure.getMessage());
        }
    }

    private static Failure invalid(String name, String message) {
        return Failure.atParameter(CommonFailure.INVALID_PARAMETER, name, message);
    }
}
