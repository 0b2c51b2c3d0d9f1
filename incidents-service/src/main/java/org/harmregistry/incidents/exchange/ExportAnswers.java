package org.harmregistry.incidents.exchange;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.harmregistry.kit.export.Export;
import org.harmregistry.kit.export.Exports;
import org.harmregistry.kit.history.Horizon;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import io.smallrye.mutiny.Uni;

/** Answers exports of today or of an instant. */
@ApplicationScoped
public class ExportAnswers {

    /** For the API document. */
    public static final String TEXT = " As CSV, NDJSON or GeoJSON, where offered, the whole filtered set is streamed from one state of the registry; the "
            + "second line of CSV holds HXL tags, and a text cell that begins like a formula has an apostrophe in front. An import takes the "
            + "rows of CSV and NDJSON back, and answers unchanged.";

    private final Exports exports;
    private final Horizon horizon;

    public ExportAnswers(Exports exports, Horizon horizon) {
        this.exports = exports;
        this.horizon = horizon;
    }

    /**
     * The answer to a request for an export. The effective instant of a question with {@code asOf} stands in the header
     * {@code As-Of}, as no row can hold it.
     *
     * @param asked as of which instant; {@code null} for today
     * @param export what is exported as of the effective instant, {@code null} for today
     */
    public Uni<Response> answer(Instant asked, String ifNoneMatch, Function<Instant, Uni<Export>> export) {
        return horizon.effective(asked).chain(asOf -> export.apply(asOf).chain(made -> exports.answer(made, ifNoneMatch))
                .map(answer -> asOf == null ? answer : Response.fromResponse(answer).header("As-Of", asOf).build()));
    }

    /** @throws Failure 400 if a parameter of pages is given: an export has none */
    public static void requireNoPages(UriInfo uri) {
        for (String name : List.of("count", "limit", "after")) {
            if (uri.getQueryParameters().containsKey(name)) {
                throw Failure.atParameter(CommonFailure.INVALID_PARAMETER, name, "Only pages of JSON take this parameter.");
            }
        }
    }
}
