package org.harmregistry.incidents.allegation.domain;

import static org.harmregistry.kit.csv.CsvColumn.json;
import static org.harmregistry.kit.csv.CsvColumn.number;
import static org.harmregistry.kit.csv.CsvColumn.text;

import java.util.List;

import org.harmregistry.kit.csv.CsvColumns;

/** The columns of allegations in CSV: every member of an allegation's JSON, its lists as JSON text, with their HXL tags. */
public final class AllegationColumns {

    public static final CsvColumns ALL = new CsvColumns(List.of(
            text("id", "#meta+id"), text("party", "#group+name"), text("incident", "#event+id"), text("channel", "#channel"),
            text("channelDetail", "#channel+detail"), text("receivedOn", "#date+received"),
            text("reference", "#meta+id+party"), text("claim", "#description"), text("place.name", "#loc+name"),
            number("place.point.lat", "#geo+lat"), number("place.point.lon", "#geo+lon"), text("place.mgrs", "#geo+mgrs"),
            text("place.accuracy", "#geo+precision"), text("occurred.from", "#date+start"), text("occurred.to", "#date+end"),
            text("source.sourceId", "#meta+source+id"), text("source.url", "#meta+source+url"),
            text("source.kind", "#meta+source+type"), json("externalIds", "#meta+id+external"), text("notes", "#meta+notes"),
            text("state", "#status"), text("stateOn", "#date+status"), text("outcome", "#status+outcome"),
            json("conceded", "#affected+conceded"), text("duplicateOf", "#meta+id+duplicate"), text("openSince", "#date+open"),
            text("publication", "#status+publication"), text("organisation", "#org"), json("transitions", ""),
            number("version", "#meta+version"), text("recordedAt", "#date+recorded"), text("updatedAt", "#date+updated")));

    private AllegationColumns() {
    }
}
