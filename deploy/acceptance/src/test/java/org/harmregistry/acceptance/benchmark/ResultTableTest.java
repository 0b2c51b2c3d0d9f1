package org.harmregistry.acceptance.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.harmregistry.acceptance.benchmark.Comparison.Sides;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResultTableTest {

    private final ResultTable table = new ResultTable();

    @BeforeEach
    void begin() {
        table.beginScale("sources", 100_000);
    }

    private static Measurement rate(double perSecond) {
        return new Measurement(perSecond, 1, 2, 0.1, 0.2, 0);
    }

    private String page() {
        return table.page("Measured here.\n", Options.of(Path.of("/project")));
    }

    @Test
    void aRateThatHoldsIsPlainAndOneThatMissesIsBold() {
        Operation read = new Operation("read", "read by id", 1, 1, List.of(), null, 0.3, 0.5);
        table.add(read, new Sides(rate(1_000), rate(300)));
        table.add(read, new Sides(rate(1_000), rate(299)));

        assertThat(page()).contains("| 0.300 | ≥ 0.30 | ≥ 0.50 |").contains("| **0.299** | ≥ 0.30 | ≥ 0.50 |");
    }

    @Test
    void ofAStatementWithoutTheServiceTheTimeIsCompared() {
        Operation statistics = new Operation("statistics", "statistics", 1, 0, List.of(), "select 1", 0.15, 0.05);
        table.add(statistics, new Sides(new Measurement(10, 100, 0, 0, 0, 0), new Measurement(50, 20, 0, 0, 0, 0)));

        assertThat(page()).contains("| **0.200** | ≤ 0.15 | ≤ 0.05 |");
    }

    @Test
    void anImportThatMissesIsBoldAsWell() {
        table.addImport(rate(2_000), rate(1_000));
        table.addImport(rate(2_000), rate(900));

        assertThat(page()).contains("| 0.500 | ≥ 0.50 | ≥ 0.90 |").contains("| **0.450** | ≥ 0.50 | ≥ 0.90 |");
    }

    @Test
    void memoryThroughputAndExportsSayWhatTheyMiss() {
        table.addMemory("memory, loaded", 400.2, 400);
        table.addMemory("memory, idle", 200, 220);
        table.addThroughput("upload", 100, 49, 0.5);
        table.addThroughput("download", 100, 50, 0.5);
        table.addExport(new Export.Format("export CSV", "text/csv", "", "", 2.5, 1.6), 2, new Export.Taken(6, 5_000_000, 3));

        assertThat(page()).contains("**400 MiB** | ≤ 400 MiB", "| 200 MiB | ≤ 220 MiB", "| **0.490** | ≥ 0.50",
                "| 0.500 | ≥ 0.50", "| **3.00 x** | ≤ 2.5 x");
    }

    @Test
    void everyRowHasTheCellsOfItsHead() {
        table.addFill(rate(1_000));
        table.addImport(rate(2_000), rate(1_000));
        table.addMemory("memory", 1, 2);
        table.addThroughput("upload", 2, 1, 0.5);
        table.addRate("check", 100);

        List<String> rows = page().lines().filter(line -> line.startsWith("|")).toList();
        assertThat(rows).allSatisfy(row -> assertThat(row.chars().filter(each -> each == '|').count()).isEqualTo(10));
    }

    @Test
    void whatIsNotOfferedIsSaidAndTheRestGoesOn() throws Exception {
        table.unlessMissing("upload", () -> {
            throw new HttpConnection.RefusedException(404, "answered with 404: |\n nothing");
        });

        assertThat(page()).contains("| upload | service | not measured: answered with 404: / nothing |");
    }

    @Test
    void growthIsToldForEachServiceByItself() {
        table.addImport(rate(2_000), rate(1_000));
        table.beginScale("incidents", 10);
        table.addImport(rate(2_000), rate(1_000));
        table.beginScale("incidents", 100);
        table.addImport(rate(2_000), new Measurement(900, 1, 2, 0.1, 0.4, 0));

        assertThat(page()).contains("## From 10 to 100 incidents").contains("| import | 0.200 to 0.400 | 2.0 x |")
                .doesNotContain("From 100,000");
    }
}
