package org.harmregistry.local.loader.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/**
 * Reads the totals that were published, each as of a day. What the columns cannot say is said here, row by row, from the
 * row's own notes.
 */
public final class PublishedTotals {

    public static final String NAME = "coalition-ledger/published_totals.csv";

    /** Counted by others than the party itself. */
    private static final Set<String> DOCUMENTED = Set.of("RAQ-AI-1600");
    /** "More than": the number itself is excluded. */
    private static final Set<String> MORE_THAN = Set.of("RAQ-AI-1600");
    /** An addition between two totals, never a total. */
    private static final Set<String> STEPS = Set.of("RAQ-OIR-77");
    private static final Map<String, String> PARTIES = Map.of("DOD-2018", "united-states");

    private PublishedTotals() {
    }

    public static List<LedgerTally> read(InputStream csv) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv, StandardCharsets.UTF_8)) {
            return rows.stream().map(PublishedTotals::tally).toList();
        }
    }

    private static LedgerTally tally(NamedCsvRecord row) {
        String id = row.getField("id");
        String[] period = row.getField("period").split("/");
        LooseDate asOf = new LooseDate(row.getField("as_of"));
        String by = row.getField("by").equals("CJTF-OIR") ? MonthlyAccounts.COALITION : row.getField("by");
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("kind", "published_total")
                .put("stance", DOCUMENTED.contains(id) ? "documented" : "conceded").put("by", by)
                .put("area", row.getField("area")).put("publishedOn", asOf.firstDay())
                .put("publishedOnPrecision", asOf.precision()).put("unit", row.getField("unit"))
                .put("measure", STEPS.contains(id) ? "step" : "total").put("notes", notes(row));
        body.putObject("period").put("from", new LooseDate(period[0]).firstMonth())
                .put("to", new LooseDate(period[period.length - 1]).lastMonth());
        if (row.getField("area").equals("Raqqa")) {
            body.put("placeName", "Raqqa");
        }
        killed(body.putObject("killed"), row, id);
        body.putArray("externalIds").addObject().put("system", "coalition-ledger").put("id", id);
        return new LedgerTally(id, PARTIES.getOrDefault(id, "coalition"), body,
                new LedgerSource(row.getField("source"), null, row.getField("subject")));
    }

    private static String notes(NamedCsvRecord row) {
        String subject = row.getField("subject").substring(0, 1).toUpperCase(Locale.ROOT)
                + row.getField("subject").substring(1);
        return row.getField("notes").isEmpty() ? subject : subject + ": " + row.getField("notes");
    }

    private static void killed(ObjectNode killed, NamedCsvRecord row, String id) {
        killed.put("min", Integer.parseInt(row.getField("low")));
        if (!row.getField("high").isEmpty()) {
            killed.put("max", Integer.parseInt(row.getField("high")));
        }
        if (MORE_THAN.contains(id)) {
            killed.put("minExclusive", true);
        }
    }
}
