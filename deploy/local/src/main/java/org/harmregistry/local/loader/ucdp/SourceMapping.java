package org.harmregistry.local.loader.ucdp;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.harmregistry.local.loader.client.Wire.ExternalId;
import org.harmregistry.local.loader.client.Wire.PublishedOn;
import org.harmregistry.local.loader.client.Wire.SourceRow;
import org.harmregistry.local.loader.client.Wire.Text;

/** Makes a source of each office, date and headline that UCDP's events cite. */
public final class SourceMapping {

    public static final String SYSTEM = "ucdp-ged-citation";

    /** Offices that report by their own research; the others are news media, as far as the name tells. */
    private static final Set<String> RESEARCHERS = Set.of("Airwars", "Amnesty", "Amnesty International", "HRW",
            "Human Rights Watch", "MSF", "SN4HR", "SNHR", "SOHR");
    /** Bodies and names of which neither can be said. */
    private static final Set<String> NEITHER = Set.of("Carnegie", "Crisis Watch", "Map of Syrian civil war", "OCHA", "OHR",
            "S/2016/1037", "UN News Centre");

    private SourceMapping() {
    }

    /** One row for each source, in the order in which the events name them first. */
    public static List<SourceRow> rows(Collection<GedEvent> events) {
        Map<String, SourceRow> rows = new LinkedHashMap<>();
        events.stream().flatMap(event -> event.citations().stream())
                .forEach(citation -> rows.computeIfAbsent(citation.sourceKey(), key -> row(key, citation)));
        return List.copyOf(rows.values());
    }

    private static SourceRow row(String key, Citation citation) {
        String headline = citation.headline();
        return new SourceRow(List.of(new ExternalId(SYSTEM, key)), "article", headline,
                headline.matches("https?://\\S+") ? headline : null, citation.office(), publishedOn(citation), "en",
                medium(citation.office()), List.of(new Text("en", citation.asPrinted())), GedCredit.DATASET, GedCredit.LICENCE,
                GedCredit.ATTRIBUTION, "accepted", "public");
    }

    private static PublishedOn publishedOn(Citation citation) {
        return citation.publishedOn() == null ? new PublishedOn(null, "unknown", citation.datePrinted())
                : new PublishedOn(citation.datePrinted(), "day", citation.datePrinted());
    }

    private static String medium(String office) {
        if (NEITHER.contains(office)) {
            return null;
        }
        return RESEARCHERS.contains(office) ? "ngo_report" : "news";
    }
}
