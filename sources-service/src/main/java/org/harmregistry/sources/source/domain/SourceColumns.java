package org.harmregistry.sources.source.domain;

import static org.harmregistry.kit.csv.CsvColumn.json;
import static org.harmregistry.kit.csv.CsvColumn.number;
import static org.harmregistry.kit.csv.CsvColumn.text;

import java.util.List;

import org.harmregistry.kit.csv.CsvColumns;

/** The columns of sources in CSV: every member of a source's JSON in lists, its lists as JSON text, with their HXL tags. */
public final class SourceColumns {

    public static final CsvColumns ALL = new CsvColumns(List.of(
            text("id", "#meta+id"), json("externalIds", "#meta+id+external"), text("kind", "#meta+type"),
            text("title", "#meta+name"), text("url", "#meta+url"), text("archivedUrl", "#meta+url+archived"),
            text("publisher", "#meta+source"), text("author", "#meta+author"),
            text("publishedOn.date", "#date+published"), text("publishedOn.precision", "#date+published+precision"),
            text("publishedOn.asPrinted", "#date+published+printed"), text("language", "#meta+language"),
            text("medium", "#meta+medium"), json("texts", ""), text("reliability", "#meta+reliability"),
            number("credibility", "#meta+credibility"), text("independence.repeats", "#meta+id+repeated"),
            json("sensitivity", "#meta+sensitivity"), number("fieldwork.sitesVisited", "#meta+sites+num"),
            number("fieldwork.interviews", "#meta+interviews+num"), number("fieldwork.families", "#meta+families+num"),
            text("dataset", "#meta+dataset"), text("licence", "#meta+license"), text("attribution", "#meta+attribution"),
            json("dataQuality", ""), text("canonicalKey", ""), text("status", "#status"),
            text("publication", "#status+publication"), text("organisation", "#org"), number("version", "#meta+version"),
            text("recordedAt", "#date+recorded"), text("updatedAt", "#date+updated")));

    private SourceColumns() {
    }
}
