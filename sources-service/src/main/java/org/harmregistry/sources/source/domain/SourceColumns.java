package org.harmregistry.sources.source.domain;

import static org.harmregistry.kit.csv.CsvColumn.bool;
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
            json("sensitivity", "#meta+sensitivity"),
            text("interview.heldOn", "#date+interview"), text("interview.place.name", "#loc+name+interview"),
            text("interview.place.country", "#country+code+interview"),
            text("interview.place.admin1", "#adm1+code+interview"), text("interview.place.admin2", "#adm2+code+interview"),
            text("interview.interviewerRole", "#meta+interviewer"), text("interview.language", "#meta+language+interview"),
            bool("interview.interpreter", "#indicator+interpreter+bool"), text("interview.family", "#group+family+code"),
            number("interview.people", "#affected+interviewed+num"), text("interview.mode", "#meta+mode"),
            text("siteVisit.visitedOn", "#date+visit"), text("siteVisit.place.name", "#loc+name+visit"),
            text("siteVisit.place.country", "#country+code+visit"), text("siteVisit.place.admin1", "#adm1+code+visit"),
            text("siteVisit.place.admin2", "#adm2+code+visit"), number("siteVisit.place.point.lat", "#geo+lat"),
            number("siteVisit.place.point.lon", "#geo+lon"), number("siteVisit.place.accuracyMetres", "#geo+accuracy+num"),
            text("siteVisit.organisation", "#org+visit"), number("siteVisit.teamSize", "#meta+team+num"),
            text("siteVisit.seen", "#description+seen"), json("siteVisit.damage", "#impact+damage"),
            json("siteVisit.remnants", "#meta+remnants"), text("imagery.before.takenOn", "#date+before"),
            text("imagery.before.sensor", "#meta+sensor+before"), text("imagery.before.provider", "#meta+provider+before"),
            number("imagery.before.resolutionMetres", "#meta+resolution+before"),
            text("imagery.before.sceneId", "#meta+id+scene+before"), text("imagery.after.takenOn", "#date+after"),
            text("imagery.after.sensor", "#meta+sensor+after"), text("imagery.after.provider", "#meta+provider+after"),
            number("imagery.after.resolutionMetres", "#meta+resolution+after"),
            text("imagery.after.sceneId", "#meta+id+scene+after"), number("imagery.footprint.west", "#geo+lon+west"),
            number("imagery.footprint.south", "#geo+lat+south"), number("imagery.footprint.east", "#geo+lon+east"),
            number("imagery.footprint.north", "#geo+lat+north"), text("statement.speaker", "#contact+name+speaker"),
            text("statement.office", "#org+speaking"), text("statement.party", "#group+party"),
            text("statement.channel", "#channel"), text("statement.addressedTo", "#contact+name+addressee"),
            text("letter.from", "#org+from"), text("letter.to", "#org+to"), text("letter.reference", "#meta+reference"),
            text("letter.receivedOn", "#date+received"), text("registerEntry.register", "#meta+register+name"),
            text("registerEntry.entry", "#meta+register+id"), text("registerEntry.heldBy", "#org+register"),
            text("post.platform", "#meta+platform"), text("post.account", "#meta+account"),
            text("post.postId", "#meta+id+post"), text("post.firstSeen", "#date+seen"), bool("post.deleted", "#status+deleted"),
            text("article.outlet", "#org+outlet"), text("article.section", "#meta+section"),
            text("article.page", "#meta+page"), number("fieldwork.sitesVisited", "#meta+sites+num"),
            number("fieldwork.interviews", "#meta+interviews+num"), number("fieldwork.families", "#meta+families+num"),
            text("dataset", "#meta+dataset"), text("licence", "#meta+license"), text("attribution", "#meta+attribution"),
            json("dataQuality", ""), text("canonicalKey", ""), json("restrictions", ""), text("status", "#status"),
            text("publication", "#status+publication"), text("organisation", "#org"), number("version", "#meta+version"),
            text("recordedAt", "#date+recorded"), text("updatedAt", "#date+updated")));

    private SourceColumns() {
    }
}
