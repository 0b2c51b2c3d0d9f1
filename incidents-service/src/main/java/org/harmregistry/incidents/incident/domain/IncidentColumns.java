package org.harmregistry.incidents.incident.domain;

import static org.harmregistry.kit.csv.CsvColumn.bool;
import static org.harmregistry.kit.csv.CsvColumn.json;
import static org.harmregistry.kit.csv.CsvColumn.number;
import static org.harmregistry.kit.csv.CsvColumn.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.harmregistry.kit.csv.CsvColumn;
import org.harmregistry.kit.csv.CsvColumns;

/** The columns of incidents in CSV: every member of an incident's JSON, its lists as JSON text, with their HXL tags. */
public final class IncidentColumns {

    /** What the registry sets stands in an export, so that it is whole, and is not read in an import of exported rows. */
    private static final List<CsvColumn> FIRST = List.of(
            text("id", "#event+id"), text("code", "#event+code"), json("formerCodes", ""),
            json("externalIds", "#event+id+external"), text("title", "#event+name"), text("summary", "#description"),
            json("texts", "#description+translated"), text("occurred.from", "#date+start"), text("occurred.to", "#date+end"),
            text("occurred.precision", "#date+precision"), text("occurred.localTime.kind", ""),
            text("occurred.localTime.from", "#date+time+start"), text("occurred.localTime.to", "#date+time+end"),
            text("occurred.localTime.zone", ""), text("place.name", "#loc+name"), json("place.names", "#loc+name+translated"),
            text("place.country", "#country+code"), text("place.admin1", "#adm1+code"), text("place.admin2", "#adm2+code"),
            number("place.point.lat", "#geo+lat"), number("place.point.lon", "#geo+lon"),
            text("place.accuracy", "#geo+precision"), text("place.provider", "#geo+provider"), text("place.mgrs", "#geo+mgrs"),
            text("strike.status", "#event+status"), json("strike.types", "#event+type"), number("strike.count.min", ""),
            number("strike.count.max", ""), json("strike.munitions", ""), json("strike.targets", ""),
            json("parties", "#group+name"), bool("harm.reported", "#affected+reported"),
            text("harm.grading", "#status+grading"));

    private static final List<CsvColumn> LAST = List.of(
            text("harm.totalsAsPublished.scheme", ""), number("harm.totalsAsPublished.low", "#affected+killed+low"),
            number("harm.totalsAsPublished.best", "#affected+killed+best"),
            number("harm.totalsAsPublished.high", "#affected+killed+high"), json("harm.countBasis", ""),
            json("infrastructure", "#impact+infrastructure"), json("impacts", "#impact+type"), json("dataQuality", ""),
            json("lineage", ""), text("status", "#status"), text("publication", "#status+publication"),
            text("organisation", "#org"), text("dataset", "#meta+source"), text("licence", "#meta+license"),
            text("attribution", "#meta+attribution"), number("version", "#meta+version"),
            text("recordedAt", "#date+recorded"), text("updatedAt", "#date+updated"));

    public static final CsvColumns ALL = new CsvColumns(all());

    private IncidentColumns() {
    }

    private static List<CsvColumn> all() {
        List<CsvColumn> columns = new ArrayList<>(FIRST);
        for (String outcome : List.of("killed", "injured")) {
            groups().forEach((group, tag) -> {
                columns.add(number("harm." + outcome + "." + group + ".min", "#affected+" + outcome + tag + "+min"));
                columns.add(number("harm." + outcome + "." + group + ".max", "#affected+" + outcome + tag + "+max"));
            });
        }
        columns.addAll(LAST);
        return columns;
    }

    /** The members of {@link Casualties} and what HXL calls them. */
    private static Map<String, String> groups() {
        Map<String, String> groups = new LinkedHashMap<>();
        groups.put("civilians", "");
        groups.put("children", "+children");
        groups.put("women", "+f");
        groups.put("men", "+m");
        groups.put("humanRightsDefenders", "+defenders");
        groups.put("journalists", "+journalists");
        groups.put("healthcarePersonnel", "+health");
        groups.put("otherProtectedPersons", "+protected");
        groups.put("personsHorsDeCombat", "+horsdecombat");
        groups.put("belligerents", "+belligerents");
        groups.put("undetermined", "+undetermined");
        return groups;
    }
}
