package org.harmregistry.local.loader;

import java.util.ArrayList;
import java.util.List;

import org.harmregistry.local.loader.client.RecordResult;
import org.harmregistry.local.loader.client.RegistryClient;
import org.harmregistry.local.loader.client.Result;

/** Sends records, shows progress and refusals, and counts. */
final class Delivery {

    /** Small enough that a cut costs a second or two, large enough that the round trip does not count. */
    static final int ROWS_AT_A_TIME = 2_000;

    private static final int REFUSALS_SHOWN = 50;

    private final RegistryClient registry;
    private final Progress progress;
    private final Summary summary;
    private int refusals;

    Delivery(RegistryClient registry, Progress progress, Summary summary) {
        this.registry = registry;
        this.progress = progress;
        this.summary = summary;
    }

    /** Imports all rows, some at a time; gives a result for each, in their order. */
    List<RecordResult> importAll(String kind, String path, String role, List<?> rows) {
        Progress.Stretch stretch = progress.stretch(kind, rows.size());
        List<RecordResult> results = new ArrayList<>(rows.size());
        for (int from = 0; from < rows.size(); from += ROWS_AT_A_TIME) {
            List<?> some = rows.subList(from, Math.min(rows.size(), from + ROWS_AT_A_TIME));
            for (RecordResult result : registry.importRows(path, role, some, from + 1L)) {
                results.add(result);
                note(kind, "line " + result.line(), result);
            }
            stretch.at(results.size());
        }
        return results;
    }

    /** Creates one record at its address. */
    void create(String kind, String path, String role, Object body) {
        note(kind, path, registry.create(path, role, body));
    }

    private synchronized void note(String kind, String where, RecordResult result) {
        summary.add(kind, result);
        if (result.result() != Result.REFUSED) {
            return;
        }
        refusals++;
        if (refusals <= REFUSALS_SHOWN) {
            String why = result.problem() == null ? "no reason given" : result.problem().inOneLine();
            progress.line("  refused: " + kind + " " + where + "  " + why);
        } else if (refusals == REFUSALS_SHOWN + 1) {
            progress.line("  refused: more, not shown");
        }
    }
}
