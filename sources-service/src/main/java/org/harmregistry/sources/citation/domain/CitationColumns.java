package org.harmregistry.sources.citation.domain;

import static org.harmregistry.kit.csv.CsvColumn.json;
import static org.harmregistry.kit.csv.CsvColumn.number;
import static org.harmregistry.kit.csv.CsvColumn.text;

import java.util.ArrayList;
import java.util.List;

import org.harmregistry.kit.csv.CsvColumn;
import org.harmregistry.kit.csv.CsvColumns;

/**
 * The columns of citations in CSV: every member of a citation's JSON in lists but the source's standing, with their HXL tags.
 * A row's source is its id, or {@code externalId} in the importer's own rows.
 */
public final class CitationColumns {

    public static final CsvColumns ALL = new CsvColumns(all());

    private CitationColumns() {
    }

    private static List<CsvColumn> all() {
        List<CsvColumn> columns = new ArrayList<>(List.of(
                text("id", "#meta+id"), text("source", "#meta+source+id"), text("externalId.system", "#meta+source+system"),
                text("externalId.id", "#meta+source+external"), text("incident", "#event+id"), text("stance", "#meta+stance"),
                text("passage", "#meta+passage"), number("locator.page", "#meta+page+num"),
                number("locator.paragraph", "#meta+paragraph+num"), text("locator.timeFrom", "#meta+time+from"),
                text("locator.timeTo", "#meta+time+to")));
        columns.addAll(casualties("killed"));
        columns.addAll(casualties("injured"));
        columns.addAll(List.of(
                text("claims.date.from", "#date+occurred+from"), text("claims.date.to", "#date+occurred+to"),
                text("claims.date.asPrinted", "#date+occurred+printed"), json("claims.parties", ""),
                text("claims.place.name", "#loc+name"), text("claims.place.country", "#country+code"),
                text("claims.place.admin1", "#adm1+code"), text("claims.place.admin2", "#adm2+code"),
                json("claims.victims", ""), number("victimsNamed", "#affected+killed+named+num"), json("dataQuality", ""),
                text("verification", "#status+verification"), text("successor", "#event+id+successor"),
                text("status", "#status"), text("retractedAt", "#date+retracted"),
                text("retractionReason", "#meta+retraction"), text("organisation", "#org"),
                number("version", "#meta+version"), text("recordedAt", "#date+recorded"), text("updatedAt", "#date+updated")));
        return columns;
    }

    private static List<CsvColumn> casualties(String outcome) {
        List<CsvColumn> columns = new ArrayList<>();
        for (String group : List.of("people", "civilians", "children", "women", "men")) {
            String tag = "#affected+" + outcome + "+" + group;
            columns.add(number("claims." + outcome + "." + group + ".min", tag + "+min"));
            columns.add(number("claims." + outcome + "." + group + ".max", tag + "+max"));
        }
        columns.add(text("claims." + outcome + ".words", "#affected+" + outcome + "+words"));
        return columns;
    }
}
