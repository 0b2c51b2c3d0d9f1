package org.harmregistry.incidents.incident.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.harmregistry.incidents.incident.domain.IncidentExport;
import org.harmregistry.incidents.incident.domain.IncidentFilter;
import org.harmregistry.kit.export.ExportFormat;
import org.harmregistry.kit.export.Exports;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import io.smallrye.mutiny.Uni;

/** Answers all incidents that match a filter, whole, in the format asked for. */
@ApplicationScoped
public class IncidentExports {

    private final IncidentExport incidents;
    private final Exports exports;

    public IncidentExports(IncidentExport incidents, Exports exports) {
        this.incidents = incidents;
        this.exports = exports;
    }

    /** The effective instant of a question with {@code asOf} stands in the header {@code As-Of}, as no row can hold it. */
    Uni<Response> answer(Caller caller, IncidentFilter filter, ExportFormat format, String ifNoneMatch) {
        Uni<Response> answer = exports.answer(incidents.of(caller, filter, format), ifNoneMatch);
        return filter.asOf() == null ? answer
                : answer.map(made -> Response.fromResponse(made).header("As-Of", filter.asOf()).build());
    }

    /** @throws Failure 400 if a parameter of pages is given: an export has none */
    static void requireNone(String name, String value) {
        if (value != null) {
            throw Failure.atParameter(CommonFailure.INVALID_PARAMETER, name, "Only pages of JSON take this parameter.");
        }
    }
}
