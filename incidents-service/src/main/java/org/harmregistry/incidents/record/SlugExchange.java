package org.harmregistry.incidents.record;

import java.io.InputStream;
import java.time.Instant;

import jakarta.ws.rs.core.Response;

import org.harmregistry.incidents.exchange.ExportAnswers;
import org.harmregistry.kit.export.Export;
import org.harmregistry.kit.export.ExportFormat;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.paging.PageRequest;

import io.smallrye.mutiny.Uni;

/** Lists the records of one kind that go by a slug, page by page or whole, and imports them. */
public final class SlugExchange<C extends RecordContent, R extends StoredRecord<C>, V extends RecordView> {

    /** For the API document. */
    public static final String MATCHED = " Here a row is matched by its slug, and needs no other id.";

    private final RecordTools tools;
    private final SluggedKind<C, R, V> kind;
    private final SlugListing<C, R, V> listing;

    public SlugExchange(RecordTools tools, SluggedKind<C, R, V> kind) {
        this.tools = tools;
        this.kind = kind;
        this.listing = new SlugListing<>(tools, kind, new RecordKeeping<>(tools, kind));
    }

    /** The records of one sort, or all for {@code null}, in the format asked for. */
    public Uni<Response> list(String sort, RecordRequest request) {
        ExportFormat format = request.format();
        Instant asked = request.asOf();
        if (format == ExportFormat.JSON) {
            return listing.list(sort, asked, PageRequest.of(request.limit, request.after), PageRequest.isCounted(request.count))
                    .map(page -> RecordAnswers.page(page, request.ifNoneMatch, request.uri));
        }
        ExportAnswers.requireNoPages(request.uri);
        return tools.exports.answer(asked, request.ifNoneMatch, asOf -> Uni.createFrom().item(export(sort, asOf, format)));
    }

    private Export export(String sort, Instant asOf, ExportFormat format) {
        RecordSearch search = SlugListing.of(sort);
        ExportedRecords<C, R, V> rows = new ExportedRecords<>(tools, kind, ExportOrder.BY_SLUG, asOf != null, kind::shown);
        return new Export(kind.collection(), format, kind.columns(), rows.sql(search), rows.parameters(search, asOf), rows);
    }

    /** The answer to an import; to be asked for on a worker thread. */
    public Response importRows(InputStream body, String contentType, String mode, Caller caller) {
        return tools.imports.run(body, contentType, kind.columns(), mode, caller, new ImportedSlugs<>(tools, kind, caller));
    }
}
