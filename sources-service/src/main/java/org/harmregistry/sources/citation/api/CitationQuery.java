package org.harmregistry.sources.citation.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.citation.domain.CitationFilter;
import org.harmregistry.sources.citation.domain.CitationStatus;
import org.harmregistry.sources.citation.domain.Stance;

/** The query parameters of the list of citations, as they came. */
public class CitationQuery {

    private static final String ALL = "all";

    @QueryParam("incident")
    @Parameter(description = "The incident that is cited for.", schema = @Schema(format = "uuid"))
    String incident;
    @QueryParam("source")
    @Parameter(description = "The source that is cited.", schema = @Schema(format = "uuid"))
    String source;
    @QueryParam("stance")
    @Parameter(description = "How the source speaks of the incident.", schema = @Schema(implementation = Stance.class))
    String stance;
    @QueryParam("status")
    @Parameter(description = "active (the default), retracted, or all.", schema = @Schema(enumeration = { "active",
            "retracted", "all" }, defaultValue = "active"))
    String status;

    CitationFilter filter() {
        return new CitationFilter(id(source, "source", "A source is named by its UUID."), incidentOf(incident),
                word(stance, Stance.values(), "stance"), statusOf(status));
    }

    /** What a cursor of this list is bound to. */
    String question() {
        return String.join("\u001f", "citations", String.valueOf(source), String.valueOf(incident), String.valueOf(stance),
                String.valueOf(status));
    }

    private static UUID incidentOf(String text) {
        return id(text, "incident", "An incident is named by its UUID.");
    }

    /** The incident that an operation cannot do without. */
    static UUID requiredIncident(String text) {
        UUID incident = incidentOf(text);
        if (incident == null) {
            throw invalid("incident", "An incident is named by its UUID.");
        }
        return incident;
    }

    /** Refuses a parameter of pages where there are none. */
    static void requireNone(String name, UriInfo uri) {
        if (uri.getQueryParameters().containsKey(name)) {
            throw invalid(name, "Only pages of JSON take this parameter.");
        }
    }

    private static CitationStatus statusOf(String status) {
        if (status == null) {
            return CitationStatus.ACTIVE;
        }
        return status.equals(ALL) ? null : word(status, CitationStatus.values(), "status");
    }

    private static UUID id(String text, String name, String message) {
        if (text == null) {
            return null;
        }
        if (!RecordAddress.isId(text)) {
            throw invalid(name, message);
        }
        return UUID.fromString(text);
    }

    private static <E extends Enum<E>> E word(String word, E[] vocabulary, String name) {
        if (word == null) {
            return null;
        }
        return Arrays.stream(vocabulary).filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word)).findFirst()
                .orElseThrow(() -> invalid(name, "There is no such " + name + "."));
    }

    private static Failure invalid(String name, String message) {
        return Failure.atParameter(CommonFailure.INVALID_PARAMETER, name, message);
    }
}
