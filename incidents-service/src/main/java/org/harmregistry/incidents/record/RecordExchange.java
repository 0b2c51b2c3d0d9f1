package org.harmregistry.incidents.record;

import java.io.InputStream;
import java.time.Instant;
import java.util.function.Function;

import jakarta.ws.rs.core.Response;

import org.harmregistry.incidents.exchange.ExportAnswers;
import org.harmregistry.kit.export.Export;
import org.harmregistry.kit.export.ExportFormat;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.paging.PageRequest;

import io.smallrye.mutiny.Uni;

/** Lists the records of one kind page by page or whole, and imports them. */
public final class RecordExchange<C extends RecordContent, R extends DatedRecord<C>, V extends RecordView> {

    /** For the API document, of kinds that lie below a party. */
    public static final String PARTY = " Each row names its party, by slug.";

    private final RecordTools tools;
    private final ExchangedKind<C, R, V> kind;
    private final RecordListing<C, R, V> listing;

    public RecordExchange(RecordTools tools, ExchangedKind<C, R, V> kind) {
        this.tools = tools;
        this.kind = kind;
        this.listing = new RecordListing<>(tools, kind, new RecordKeeping<>(tools, kind));
    }

    /** The records below a party, or all for {@code null}, in the format asked for. */
    public Uni<Response> list(String party, RecordSearch search, ListRequest request) {
        return list(party, search, request, DerivedCondition.none());
    }

    /** The same, of those that meet a condition on what is derived. */
    public Uni<Response> list(String party, RecordSearch search, ListRequest request, DerivedCondition<V> derived) {
        ExportFormat format = request.format();
        Clocks asked = request.clocks();
        if (format == ExportFormat.JSON) {
            return listing
                    .list(party, search, asked, PageRequest.of(request.limit, request.after), derived,
                            PageRequest.isCounted(request.count))
                    .map(page -> RecordAnswers.page(page, request.ifNoneMatch, request.uri));
        }
        ExportAnswers.requireNoPages(request.uri);
        RecordListing.narrow(search, party, asked);
        return tools.exports.answer(asked.asOf(), kind.followsOthers() ? null : request.ifNoneMatch, asOf -> tools.unitOfWork
                .run(session -> RecordListing.requireParty(kind, session, party)
                        .chain(() -> kind.viewer(session, asked.at(asOf))))
                .map(viewer -> export(search, asOf, format,
                        viewer.andThen(view -> view != null && derived.isMetBy(view) ? view : null))));
    }

    private Export export(RecordSearch search, Instant asOf, ExportFormat format, Function<Kept<C, R>, V> viewer) {
        ExportedRecords<C, R, V> rows = new ExportedRecords<>(tools, kind, ExportOrder.BY_KNOWN_DAY, asOf != null,
                viewer);
        return new Export(kind.collection(), format, kind.columns(), rows.sql(search), rows.parameters(search, asOf), rows);
    }

    /** The answer to an import; to be asked for on a worker thread. */
    public Response importRows(InputStream body, String contentType, String mode, Caller caller) {
        return tools.imports.run(body, contentType, kind.columns(), mode, caller,
                new ImportedRecords<>(tools, kind, caller));
    }
}
