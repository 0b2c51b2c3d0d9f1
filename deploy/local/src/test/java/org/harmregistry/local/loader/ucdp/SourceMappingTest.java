package org.harmregistry.local.loader.ucdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harmregistry.local.loader.ucdp.Ged.EVENTS;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.harmregistry.local.loader.client.Wire.CitationRow;
import org.harmregistry.local.loader.client.Wire.Finding;
import org.harmregistry.local.loader.client.Wire.PublishedOn;
import org.harmregistry.local.loader.client.Wire.SourceRow;
import org.junit.jupiter.api.Test;

class SourceMappingTest {

    private static final List<SourceRow> SOURCES = SourceMapping.rows(EVENTS);
    private static final Map<String, String> INCIDENTS = EVENTS.stream()
            .collect(Collectors.toMap(GedEvent::id, event -> "incident-" + event.id()));
    private static final List<CitationRow> CITATIONS = CitationMapping.rows(EVENTS, INCIDENTS);

    @Test
    void thereAre8771Sources() {
        assertThat(SOURCES).hasSize(8_771);
        assertThat(SOURCES).extracting(row -> row.externalIds().get(0).id()).doesNotHaveDuplicates();
        assertThat(SOURCES).noneMatch(row -> row.title().isBlank() || row.publisher().isBlank());
    }

    @Test
    void thePlaceholderDateBecomesUnknownAndItsTextIsKept() {
        assertThat(SOURCES).filteredOn(row -> row.publishedOn().precision().equals("unknown")).hasSize(10)
                .allSatisfy(row -> assertThat(row.publishedOn()).isEqualTo(new PublishedOn(null, "unknown", "1753-01-01")));
        assertThat(CITATIONS).filteredOn(row -> has(row, "publication_date_unknown")).hasSize(19);
    }

    @Test
    void theCitationIsKeptAsPrinted() {
        assertThat(SOURCES.get(0).texts().get(0).text())
                .isEqualTo("SOHR,2015-01-01,14 shells hit Dahya al-Assad an clashes continue around Ter Ma’la");
        assertThat(SOURCES.get(0).medium()).isEqualTo("ngo_report");
    }

    @Test
    void aHeadlineThatIsAnAddressIsTheAddressToo() {
        assertThat(SOURCES).filteredOn(row -> row.url() != null).hasSize(10)
                .allSatisfy(row -> assertThat(row.url()).isEqualTo(row.title()));
    }

    @Test
    void anEventAndASourceAreTiedOnce() {
        assertThat(CITATIONS).hasSize(14_392 - 32);
        assertThat(CITATIONS.stream().map(row -> row.incident() + row.source().id()).distinct()).hasSize(14_392 - 32);
        assertThat(CITATIONS.stream().filter(row -> has(row, "cited_twice_by_one_event")).map(CitationRow::incident).distinct())
                .hasSize(32);
    }

    @Test
    void everyCitationNamesASourceThatIsSent() {
        Set<String> sent = SOURCES.stream().map(row -> row.externalIds().get(0).id())
                .collect(Collectors.toCollection(HashSet::new));

        assertThat(CITATIONS).allMatch(row -> sent.contains(row.source().id()));
    }

    /** 177 in the file; one of them is among the 32 that their event cites twice, so that 176 ties have the finding. */
    @Test
    void datesBeforeTheEventAreAFinding() {
        assertThat(EVENTS.stream().flatMap(event -> event.citations().stream().filter(c -> c.publishedBefore(event.from()))))
                .hasSize(177);
        assertThat(CITATIONS).filteredOn(row -> has(row, "published_before_event")).hasSize(176);
        assertThat(CITATIONS).filteredOn(row -> has(row, "published_before_event") && has(row, "cited_twice_by_one_event"))
                .singleElement().extracting(CitationRow::incident).isEqualTo("incident-228474");
    }

    @Test
    void anIncidentThatWasRefusedHasNoCitations() {
        assertThat(CitationMapping.rows(EVENTS, Map.of("214797", "x"))).hasSize(1);
    }

    private static boolean has(CitationRow row, String code) {
        return row.dataQuality() != null && row.dataQuality().contains(new Finding(code));
    }
}
