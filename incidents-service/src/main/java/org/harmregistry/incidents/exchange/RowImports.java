package org.harmregistry.incidents.exchange;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.harmregistry.kit.bulk.BulkImport;
import org.harmregistry.kit.bulk.BulkMode;
import org.harmregistry.kit.bulk.BulkRow;
import org.harmregistry.kit.bulk.BulkWork;
import org.harmregistry.kit.bulk.RowKey;
import org.harmregistry.kit.bulk.RowResult;
import org.harmregistry.kit.csv.CsvColumns;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Takes the rows of an import in: new ones are recorded, known ones corrected, the same ones left alone. What others corrected
 * since an organisation's last import is never undone by its next one.
 */
@ApplicationScoped
public class RowImports {

    /** For the API document. */
    public static final String TEXT = "One JSON object a line, or CSV with the columns of the export (any of them, in any order; a "
            + "second line of HXL tags may be left out); a row has at most 64 KiB. A row of another system is matched by its external ids "
            + "within the caller's organisation. A row with id and version was exported: it is matched by its id, what the registry sets is "
            + "not read, and content other than the present is a correction of that version. A record that others have changed since is "
            + "refused with 409 changed_since_import. One result a line: created, updated, unchanged or refused. A bad row never stops the "
            + "good ones; the whole can be sent again.";
    public static final String RESULTS = "One result per row, in the order of the rows.";
    public static final String MODE = "upsert (the default), or validate to write nothing.";

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final BulkImport bulk;
    private final JsonReading json;
    private final ImportLog log;

    public RowImports(BulkImport bulk, JsonReading json, ImportLog log) {
        this.bulk = bulk;
        this.json = json;
        this.log = log;
    }

    /** What one import needs on its way. */
    private record Taking<C, X>(Importing<C, X> into, String organisation) {
    }

    /** A row on its way to a record that is there. */
    private record Met<C, X>(BulkRow<ImportedRow<C>> row, X record) {

        ImportedRow<C> said() {
            return row.value();
        }
    }

    /** The answer to an import; to be asked for on a worker thread. */
    public <C, X> Response run(InputStream body, String contentType, CsvColumns columns, String mode, Caller caller,
            Importing<C, X> into) {
        Taking<C, X> taking = new Taking<>(into, caller.requiredOrganisation());
        return bulk.run(body, contentType, columns, BulkMode.of(mode), new BulkWork<ImportedRow<C>>() {
            @Override
            public ImportedRow<C> read(byte[] row) {
                return RowImports.this.read(taking, row);
            }

            @Override
            public RowKey keyOf(ImportedRow<C> row) {
                return row.key();
            }

            @Override
            public Uni<List<RowResult>> write(Mutiny.Session session, List<BulkRow<ImportedRow<C>>> rows) {
                return Multi.createFrom().iterable(rows)
                        .onItem().transformToUniAndConcatenate(row -> take(session, taking, row)).collect().asList();
            }
        });
    }

    private <C> ImportedRow<C> read(Taking<C, ?> taking, byte[] row) {
        ObjectNode tree = (ObjectNode) json.readObject(row);
        ImportedRow.Exported exported = exported(tree);
        C content = taking.into().read(tree, exported != null);
        ImportedRow<C> read = new ImportedRow<>(content, taking.into().keys(content), exported,
                CanonicalJson.digest(new String(row, StandardCharsets.UTF_8)));
        if (exported == null) {
            requireKey(read);
        }
        return read;
    }

    /** A row that names a record of the registry and its version comes out of an export. */
    private static ImportedRow.Exported exported(ObjectNode row) {
        JsonNode id = row.path("id");
        JsonNode version = row.path("version");
        boolean both = id.isTextual() && ID.matcher(id.textValue()).matches() && version.isIntegralNumber()
                && version.canConvertToLong();
        return both ? new ImportedRow.Exported(UUID.fromString(id.textValue()), version.longValue()) : null;
    }

    /** A row that becomes a record must be found again when it is sent once more. */
    private static void requireKey(ImportedRow<?> row) {
        if (row.keys().isEmpty()) {
            throw Failure.at(ImportFailure.EXTERNAL_ID_MISSING, "/externalIds",
                    "A row is matched by its external ids, so it needs one.");
        }
    }

    private <C, X> Uni<RowResult> take(Mutiny.Session session, Taking<C, X> taking, BulkRow<ImportedRow<C>> row) {
        return existing(session, taking, row.value()).chain(record -> {
            if (record == null) {
                return create(session, taking, row);
            }
            Met<C, X> met = new Met<>(row, record);
            return row.value().isExportOf(taking.into().id(record)) ? takeBack(session, taking, met)
                    : correct(session, taking, met);
        });
    }

    private <C, X> Uni<X> existing(Mutiny.Session session, Taking<C, X> taking, ImportedRow<C> row) {
        Uni<X> named = row.exported() == null ? Uni.createFrom().nullItem()
                : taking.into().locked(session, row.exported().id());
        return named.chain(record -> record != null ? Uni.createFrom().item(record)
                : taking.into().bearing(session, row.content()).chain(ids -> {
                    if (ids.size() > 1) {
                        throw Failure.at(ImportFailure.EXTERNAL_IDS_OF_SEVERAL, "/externalIds",
                                ImportFailure.EXTERNAL_IDS_OF_SEVERAL.title() + ".");
                    }
                    return ids.isEmpty() ? Uni.createFrom().nullItem()
                            : taking.into().locked(session, ids.iterator().next());
                }));
    }

    private <C, X> Uni<RowResult> create(Mutiny.Session session, Taking<C, X> taking, BulkRow<ImportedRow<C>> row) {
        requireKey(row.value());
        return taking.into().create(session, row.value().content())
                .call(made -> remember(session, taking, made, row.value()))
                .map(made -> RowResult.created(row.line(), row.value().key(), taking.into().id(made),
                        taking.into().version(made)));
    }

    /** An export that comes back changes nothing by itself; edited, it is a correction of the version that was exported. */
    private <C, X> Uni<RowResult> takeBack(Mutiny.Session session, Taking<C, X> taking, Met<C, X> met) {
        long now = taking.into().version(met.record());
        if (taking.into().isSaidBy(met.record(), met.said().content())) {
            return unchanged(taking, met);
        }
        if (met.said().exported().version() != now) {
            return changedSince(taking, met, "Version " + met.said().exported().version() + " was exported.", null);
        }
        return taking.into().correct(session, met.record(), met.said().content())
                .map(corrected -> updated(taking, met, corrected));
    }

    private <C, X> Uni<RowResult> correct(Mutiny.Session session, Taking<C, X> taking, Met<C, X> met) {
        Importing<C, X> into = taking.into();
        return log.last(session, into.collection(), into.id(met.record()), taking.organisation()).chain(last -> {
            if (last != null && last.digest().equals(met.said().digest())
                    || into.isSaidBy(met.record(), met.said().content())) {
                return unchanged(taking, met);
            }
            if (last == null || last.edited()) {
                return changedSince(taking, met, last == null ? "It did not come from an import of yours."
                        : "Your last import made version " + last.version() + ".", last == null ? null : last.version());
            }
            return into.correct(session, met.record(), met.said().content())
                    .call(corrected -> remember(session, taking, corrected, met.said()))
                    .map(corrected -> updated(taking, met, corrected));
        });
    }

    private <C, X> Uni<Void> remember(Mutiny.Session session, Taking<C, X> taking, X record, ImportedRow<C> row) {
        return log.remember(session, taking.into().collection(), taking.into().id(record), taking.organisation(), row.digest(),
                taking.into().version(record));
    }

    private static <C, X> Uni<RowResult> unchanged(Taking<C, X> taking, Met<C, X> met) {
        return Uni.createFrom().item(RowResult.unchanged(met.row().line(), met.said().key(), taking.into().id(met.record()),
                taking.into().version(met.record())));
    }

    private static <C, X> RowResult updated(Taking<C, X> taking, Met<C, X> met, X corrected) {
        return RowResult.updated(met.row().line(), met.said().key(), taking.into().id(corrected),
                taking.into().version(corrected));
    }

    private static <C, X> Uni<RowResult> changedSince(Taking<C, X> taking, Met<C, X> met, String last, Long imported) {
        long now = taking.into().version(met.record());
        Failure failure = Failure.of(ImportFailure.CHANGED_SINCE_IMPORT, last + " The record is now at version " + now + ".");
        return Uni.createFrom().item(RowResult.refused(met.row().line(), met.said().key(), failure)
                .about(taking.into().id(met.record()), now, imported));
    }
}
