package org.harmregistry.incidents.victim.domain;

import static org.harmregistry.kit.csv.CsvColumn.bool;
import static org.harmregistry.kit.csv.CsvColumn.json;
import static org.harmregistry.kit.csv.CsvColumn.number;
import static org.harmregistry.kit.csv.CsvColumn.text;

import java.util.List;

import org.harmregistry.kit.csv.CsvColumns;

/** The columns of victims in CSV: every member of a victim's JSON, its lists as JSON text, with their HXL tags. */
public final class VictimColumns {

    public static final CsvColumns ALL = new CsvColumns(List.of(
            text("id", "#meta+id"), text("incident", "#event+id"), json("names", "#affected+name"),
            text("familyGroup.label", "#affected+family"), text("familyGroup.relation", "#affected+family+relation"),
            text("sex", "#affected+sex"), text("ageGroup", "#affected+agegroup"), number("age", "#affected+age"),
            bool("pregnant", "#affected+pregnant"), text("status", "#affected+status"),
            bool("statusDisputed", "#affected+status+disputed"), text("cause", "#cause"), text("outcome", "#affected+outcome"),
            json("timeline", "#affected+timeline"), json("externalIds", "#meta+id+external"),
            json("sources", "#meta+source+id"),
            text("notes", "#meta+notes"), text("state", "#status"), bool("namePublic", "#status+publication"),
            number("version", "#meta+version"), text("recordedAt", "#date+recorded"), text("updatedAt", "#date+updated")));

    private VictimColumns() {
    }
}
