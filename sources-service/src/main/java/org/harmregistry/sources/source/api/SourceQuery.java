package org.harmregistry.sources.source.api;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.source.domain.ExternalId;
import org.harmregistry.sources.source.domain.SourceFilter;
import org.harmregistry.sources.source.domain.SourceKind;

/** The query parameters of the list of sources, as they came. */
public class SourceQuery {

    @QueryParam("kind")
    @Parameter(description = "What the source is.", schema = @Schema(implementation = SourceKind.class))
    String kind;
    @QueryParam("publisher")
    @Parameter(description = "The publisher's name as it stands in the source.")
    String publisher;
    @QueryParam("from")
    @Parameter(description = "First day of publication, YYYY-MM-DD.", schema = @Schema(format = "date"))
    String from;
    @QueryParam("to")
    @Parameter(description = "Last day of publication, inclusive, YYYY-MM-DD.", schema = @Schema(format = "date"))
    String to;
    @QueryParam("dataset")
    @Parameter(description = "Slug of the data set that the record was taken from.")
    String dataset;
    @QueryParam("externalId")
    @Parameter(description = "An id in another system: the system, a colon, the id.", example = "ucdp-ged-citation:0a1b")
    String externalId;

    SourceFilter filter() {
        return new SourceFilter(kindOf(kind), text(publisher, "publisher"), date(from, "from"), date(to, "to"),
                text(dataset, "dataset"), externalIdOf(externalId));
    }

    /** What a cursor of this list is bound to: the question, and who asks it. */
    String binding(Caller caller) {
        String who = caller.readsAll() ? "full" : String.valueOf(caller.organisation());
        return String.join("\u001f", "sources", who, String.valueOf(kind), String.valueOf(publisher), String.valueOf(from),
                String.valueOf(to), String.valueOf(dataset), String.valueOf(externalId));
    }

    /** Reads the parameter {@code count}; the only value is {@code exact}. */
    static boolean counted(String count) {
        if (count != null && !count.equals("exact")) {
            throw invalid("count", "count is exact.");
        }
        return count != null;
    }

    /** Refuses a parameter of pages where there are none. */
    static void requireNone(String name, UriInfo uri) {
        if (uri.getQueryParameters().containsKey(name)) {
            throw invalid(name, "Only pages of JSON take this parameter.");
        }
    }

    private static SourceKind kindOf(String kind) {
        if (kind == null) {
            return null;
        }
        return Arrays.stream(SourceKind.values()).filter(each -> each.name().toLowerCase(Locale.ROOT).equals(kind)).findFirst()
                .orElseThrow(() -> invalid("kind", "There is no such kind of source."));
    }

    private static LocalDate date(String date, String name) {
        try {
            return date == null ? null : LocalDate.parse(date);
        } catch (DateTimeParseException e) {
            throw invalid(name, "No such date, or not in the form YYYY-MM-DD.");
        }
    }

    private static String text(String text, String name) {
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
