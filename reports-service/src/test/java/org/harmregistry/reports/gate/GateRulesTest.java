package org.harmregistry.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.harmregistry.reports.definition.domain.GateFloors;
import org.harmregistry.reports.document.Block;
import org.harmregistry.reports.document.Fact;
import org.harmregistry.reports.document.ReportDocument;
import org.harmregistry.reports.document.Section;
import org.harmregistry.reports.document.Table;
import org.harmregistry.reports.figure.Figure;
import org.harmregistry.reports.figure.SourceLink;
import org.harmregistry.reports.registry.LedgerBalance;
import org.harmregistry.reports.registry.Source;
import org.harmregistry.reports.registry.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule of the gate on both of its sides. */
class GateRulesTest {

    private static final UUID SOURCE = UUID.fromString("48505213-482c-5f02-ac3a-7c4880835823");

    @Test
    void aSourceThatNobodyMayReadBlocksForGood() {
        ReportDocument document = naming(SOURCE);
        assertThat(new ConsentScope().check(evidence(document, Map.of(SOURCE, Optional.empty())))).singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.BLOCKS);
                    assertThat(finding.pointer()).isEqualTo("/sections/0/blocks/0/facts/0/source");
                    assertThat(finding.overridable()).isFalse();
                });
        assertThat(new ConsentScope().check(evidence(document, Map.of(SOURCE, Optional.of(source(List.of()))))))
                .isEmpty();
    }

    @Test
    void sensitiveMediaBlockOrWarn() {
        ReportDocument document = naming(SOURCE);
        assertThat(new SensitiveMedia().check(evidence(document, Map.of(SOURCE, Optional.of(source(
                List.of("personal_information_visible"))))))).singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.BLOCKS));
        assertThat(new SensitiveMedia().check(evidence(document, Map.of(SOURCE, Optional.of(source(
                List.of("graphic_violence"))))))).singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNS));
        assertThat(new SensitiveMedia().check(evidence(document, Map.of(SOURCE, Optional.of(source(
                List.of("not_sensitive"))))))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "The house stood at 35.95123, 39.01456.", "35.951° N, 39.015° E", "Grid 37SEV1234567890",
            "at 37S EV 123 456 the wall fell", "35.95,39.0151" })
    void aPlaceFinerThanTheCellBlocks(String text) {
        assertThat(new ExactPlace().check(saying(text))).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.BLOCKS);
            assertThat(finding.pointer()).isEqualTo("/lead/0");
            assertThat(finding.message()).doesNotContain("35.9", "37S");
        });
    }

    @Test
    void aTranslationIsReadToo() {
        ReportDocument document = new ReportDocument(List.of("clean"), List.of(), List.of(), List.of())
                .translated(List.of(new ReportDocument.Translation("ar", "title", "period",
                        saying("الطفلة ليلى مثال").document())));
        assertThat(new NamedPerson().check(evidence(document, Map.of()))).singleElement()
                .satisfies(finding -> assertThat(finding.pointer()).isEqualTo("/translations/0/report/lead/0"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "The market lay at 35.95, 39.01.", "Cell 35.955, 39.015", "Grid 37SEV1234", "37S EV 12 34",
            "They fired 1,234.567 and 2.5 of 12.125 rounds", "In 2018, 0.375 of the cases; rule incidents-count-1",
            "2017-06-06 to 2017-10-17" })
    void aPlaceOfThePublicCellPasses(String text) {
        assertThat(new ExactPlace().check(saying(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "Among the dead was Layla Example, 9, of the same street.", "Sami Example (aged 12) was injured.",
            "a 7-year-old girl named Nour Example", "Layla Example was 9.", "Omar al-Example, 16 years old",
            "الطفلة ليلى مثال كانت في البيت", "the witness Amal Example told researchers", "Amal Example, a survivor, said",
            "Amal Example witnessed the strike" })
    void aMinorOrWitnessWithANameBlocks(String text) {
        assertThat(new NamedPerson().check(saying(text))).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.BLOCKS);
            assertThat(finding.overridable()).isTrue();
            assertThat(finding.message()).doesNotContain("Example");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = { "Among the dead were three children, the youngest 9.", "A 9-year-old girl was killed.",
            "Commander Paul Example said 45 reports were new.", "Ar Raqqah Governorate, 6 June – 17 October 2017",
            "The witness saw two aircraft.", "Survivors from Ar Raqqah were interviewed.",
            "Operation Inherent Resolve was 90 days old" })
    void peopleWithoutANamePass(String text) {
        assertThat(new NamedPerson().check(saying(text))).isEmpty();
    }

    @Test
    @Timeout(5)
    void aHostileTextCostsLittle() {
        for (String part : List.of("Aa ", "A", "35.1", "35.1 ", " ", "1", "37S", "9-year-old ", "witness A ", "ا ", "Aa'-’")) {
            GateEvidence hostile = saying(part.repeat(100_000 / part.length()));
            new NamedPerson().check(hostile);
            new ExactPlace().check(hostile);
        }
    }

    @Test
    void smallCellsBlockFiguresOfPeopleAndWarnOfTables() {
        Table table = new Table("by age", List.of(new Table.Column("age", false), new Table.Column("killed", true),
                new Table.Column("note", false)),
                List.of(new Table.Row("0-17", List.of("3", "3"), null, false),
                        new Table.Row("18+", List.of("1,203", ""), null, false),
                        new Table.Row("?", List.of("٢", ""), null, false)));
        ReportDocument document = new ReportDocument(List.of(),
                List.of(new Section("s", "S", List.of(Block.table(table)))),
                List.of(Figure.named("records.killed", "Killed").range(1L, 4L).build(),
                        Figure.named("records.events", "Events").value(3).build(),
                        Figure.named("month.injured", "Injured").value(5).build(),
                        Figure.named("month.deaths", "Deaths").value(0).build(),
                        Figure.named("case.families", "Families").range(1L, null).build()),
                List.of());
        List<Finding> found = new SmallCells().check(new GateEvidence(document, new GateFloors(5, null), Map.of(), null, null));
        assertThat(found).extracting(Finding::pointer).containsExactly("/figures/0",
                "/sections/0/blocks/0/table/rows/0/cells/0",
                "/sections/0/blocks/0/table/rows/2/cells/0");
        assertThat(found).extracting(Finding::severity).containsExactly(Severity.BLOCKS, Severity.WARNS, Severity.WARNS);
        assertThat(new SmallCells().check(evidence(document, Map.of()))).isEmpty();
    }

    @Test
    void anInconsistentLedgerBlocksForGood() {
        ReportDocument document = saying("x").document();
        assertThat(new BalancedLedger().check(new GateEvidence(document, GateFloors.NONE, Map.of(), null,
                new LedgerBalance(false)))).singleElement().satisfies(finding -> assertThat(finding.overridable()).isFalse());
        assertThat(new BalancedLedger().check(new GateEvidence(document, GateFloors.NONE, Map.of(), null,
                new LedgerBalance(true)))).isEmpty();
        assertThat(new BalancedLedger().check(saying("x"))).isEmpty();
    }

    @Test
    void completenessMustReachItsFloor() {
        assertThat(complete(0.21, 0.0)).singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("80", "graded"));
        assertThat(complete(0.2, 0.5)).singleElement().satisfies(finding -> assertThat(finding.message()).contains("located"));
        assertThat(complete(0.2, 0.2)).isEmpty();
        assertThat(complete(null, null)).isEmpty();
    }

    private static List<Finding> complete(Double ungraded, Double notLocated) {
        return new Completeness().check(new GateEvidence(saying("x").document(), new GateFloors(null, 80), Map.of(),
                new Statistics.Completeness(10, ungraded, notLocated), null));
    }

    private static GateEvidence saying(String text) {
        return evidence(new ReportDocument(List.of(text), List.of(), List.of(), List.of()), Map.of());
    }

    private static GateEvidence evidence(ReportDocument document, Map<UUID, Optional<Source>> sources) {
        return new GateEvidence(document, GateFloors.NONE, sources, null, null);
    }

    private static ReportDocument naming(UUID source) {
        Fact fact = new Fact("said", "text", null, new SourceLink(source.toString(), "A source", null));
        return new ReportDocument(List.of(), List.of(new Section("s", "S", List.of(Block.facts(List.of(fact))))), List.of(),
                List.of());
    }

    private static Source source(List<String> sensitivity) {
        return new Source(SOURCE, 1L, "article", "A source", null, null, null, null, sensitivity, null, null);
    }
}
