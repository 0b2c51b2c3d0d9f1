package org.harmregistry.local.loader.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/** Reads the Coalition's own monthly accounts: what it carried over, took in, closed and left open. */
public final class MonthlyAccounts {

    public static final String NAME = "coalition-ledger/monthly.csv";

    static final String COALITION = "Combined Joint Task Force – Operation Inherent Resolve";

    private static final Map<String, String> FIELDS = fields();

    private MonthlyAccounts() {
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("carried_over", "carriedOver");
        fields.put("new", "newReports");
        fields.put("completed", "completed");
        fields.put("credible", "credible");
        fields.put("non_credible", "nonCredible");
        fields.put("duplicate", "duplicate");
        fields.put("deaths_in_month", "deathsInMonth");
        fields.put("injured_in_month", "injuredInMonth");
        fields.put("open_at_end", "openAtEnd");
        fields.put("reopened", "reopened");
        fields.put("strikes_cum", "strikesCumulative");
        fields.put("engagements_cum", "engagementsCumulative");
        fields.put("reports_cum", "reportsCumulative");
        fields.put("credible_cum", "credibleCumulative");
        fields.put("deaths_cum", "deathsCumulative");
        return fields;
    }

    public static List<LedgerTally> read(InputStream csv) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv, StandardCharsets.UTF_8)) {
            return rows.stream().map(MonthlyAccounts::tally).toList();
        }
    }

    private static LedgerTally tally(NamedCsvRecord row) {
        String month = row.getField("month");
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("kind", "monthly_report").put("stance", "conceded")
                .put("by", COALITION).put("month", month).put("area", "Iraq and Syria");
        if (!row.getField("report_date").isEmpty()) {
            body.put("publishedOn", row.getField("report_date")).put("publishedOnPrecision", "day");
        }
        FIELDS.forEach((column, field) -> {
            if (!row.getField(column).isEmpty()) {
                body.put(field, Integer.parseInt(row.getField(column)));
            }
        });
        if (!row.getField("notes").isEmpty()) {
            body.put("notes", row.getField("notes"));
        }
        body.putArray("externalIds").addObject().put("system", "coalition-ledger").put("id", month);
        return new LedgerTally(month, "coalition", body, new LedgerSource(row.getField("source"), row.getField("source_kind"),
                "Civilian casualty report of the Coalition for " + month));
    }
}
