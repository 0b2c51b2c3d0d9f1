package org.harmregistry.local.loader.ucdp;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.harmregistry.local.loader.client.Wire.CitationRow;
import org.harmregistry.local.loader.client.Wire.ExternalId;
import org.harmregistry.local.loader.client.Wire.Finding;

/** Ties each incident to the sources that its event cites, with what is odd about a citation. */
public final class CitationMapping {

    private CitationMapping() {
    }

    /**
     * One row for each incident and source, in the order of the events.
     *
     * @param incidents UCDP id to the registry's id; an event that is not there, having been refused, has no citations
     */
    public static List<CitationRow> rows(Collection<GedEvent> events, Map<String, String> incidents) {
        return events.stream().filter(event -> incidents.containsKey(event.id()))
                .flatMap(event -> rows(event, incidents.get(event.id())).stream()).toList();
    }

    private static List<CitationRow> rows(GedEvent event, String incident) {
        Map<String, List<Citation>> bySource = new LinkedHashMap<>();
        event.citations().forEach(
                citation -> bySource.computeIfAbsent(citation.sourceKey(), key -> new ArrayList<>()).add(citation));
        return bySource.entrySet().stream().map(entry -> new CitationRow(new ExternalId(SourceMapping.SYSTEM, entry.getKey()),
                incident, "supports", findings(event, entry.getValue()))).toList();
    }

    private static List<Finding> findings(GedEvent event, List<Citation> ofOneSource) {
        List<Finding> findings = new ArrayList<>();
        if (ofOneSource.get(0).publishedOn() == null) {
            findings.add(new Finding("publication_date_unknown"));
        }
        if (ofOneSource.get(0).publishedBefore(event.from())) {
            findings.add(new Finding("published_before_event"));
        }
        if (ofOneSource.size() > 1) {
            findings.add(new Finding("cited_twice_by_one_event"));
        }
        return findings.isEmpty() ? null : findings;
    }
}
