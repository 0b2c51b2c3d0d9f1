package org.harmregistry.acceptance.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.harmregistry.acceptance.benchmark.Comparison.Sides;

/** What was measured, as a page in Markdown. What does not hold is in bold type. */
final class ResultTable {

    private static final double IMPORT_MUST_HOLD = 0.5;
    private static final double IMPORT_AIM = 0.9;

    private final StringBuilder scales = new StringBuilder();
    private final Map<String, Growth> growths = new LinkedHashMap<>();
    private Growth growth;

    /** How one service's costs in PostgreSQL rose from scale to scale. */
    private record Growth(List<Long> rows, Map<String, List<Double>> cpu) {
    }

    /** Something that is measured, and that may not be offered. */
    interface Measuring {
        void run() throws Exception;
    }

    /** @param records what the service's collection is called */
    void beginScale(String records, long count) {
        growth = growths.computeIfAbsent(records, any -> new Growth(new ArrayList<>(), new TreeMap<>()));
        growth.rows().add(count);
        scales.append(String.format(Locale.ROOT, "%n## %,d %s%n%n", count, records));
        say("| operation | side | a second | median ms | 99 of 100 ms | CPU ms service + PostgreSQL | reached | must hold | aim |");
        say("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    }

    private void say(String line) {
        System.out.println(line);
        scales.append(line).append('\n');
    }

    void add(Operation operation, Sides sides) {
        double reached = operation.comparesTime() ? sides.service().median() / sides.database().median()
                : sides.service().perSecond() / sides.database().perSecond();
        boolean holds = operation.comparesTime() ? reached <= operation.mustHold() : reached >= operation.mustHold();
        String direction = operation.comparesTime() ? "≤ " : "≥ ";
        side(operation.title(), operation.comparesTime() ? "pgbench, bare aggregate" : "pgbench, same SQL", sides.database(),
                "");
        side("", "service" + (sides.service().failed() > 0 ? " (" + sides.service().failed() + " failed)" : ""),
                sides.service(), String.format(Locale.ROOT, "%s | %s%.2f | %s%.2f", marked(holds, "%.3f", reached), direction,
                        operation.mustHold(), direction, operation.aim()));
        growth.cpu().computeIfAbsent(operation.title(), any -> new ArrayList<>()).add(sides.service().databaseCpu());
    }

    private static String marked(boolean holds, String format, double value) {
        String text = String.format(Locale.ROOT, format, value);
        return holds ? text : "**" + text + "**";
    }

    void addImport(Measurement copy, Measurement service) {
        double reached = service.perSecond() / copy.perSecond();
        side("import (rows)", "COPY, same tables and indexes", copy, "");
        side("", "service", service, String.format(Locale.ROOT, "%s | ≥ %.2f | ≥ %.2f",
                marked(reached >= IMPORT_MUST_HOLD, "%.3f", reached), IMPORT_MUST_HOLD, IMPORT_AIM));
        growth.cpu().computeIfAbsent("import", any -> new ArrayList<>()).add(service.databaseCpu());
    }

    /** How quickly the register was filled up to this scale. */
    void addFill(Measurement filled) {
        side("import of all of them (rows)", "service", filled, "");
    }

    void addExport(Export.Format format, double copy, Export.Taken taken) {
        double times = taken.seconds() / copy;
        say(String.format(Locale.ROOT, "| %s | COPY out | %.2f s | | | | | | |", format.title(), copy));
        say(String.format(Locale.ROOT, "| | service, %,d MB | %.2f s | | | +%.0f MiB | %s | ≤ %.1f x | ≤ %.1f x |",
                taken.bytes() / 1_000_000, taken.seconds(), taken.grownMib(),
                marked(times <= format.mustHold(), "%.2f x", times),
                format.mustHold(), format.aim()));
    }

    void addMemory(String title, double mib, int mustHold) {
        say(String.format(Locale.ROOT, "| %s | service | | | | | %s | ≤ %d MiB | |", title,
                marked(mib <= mustHold, "%.0f MiB", mib), mustHold));
    }

    /** @param bare MiB a second of the driver alone */
    void addThroughput(String title, double bare, double service, double mustHold) {
        double reached = service / bare;
        say(String.format(Locale.ROOT, "| %s | bare driver, same store | %.1f MiB | | | | | | |", title, bare));
        say(String.format(Locale.ROOT, "| | service | %.1f MiB | | | | %s | ≥ %.2f | |", service,
                marked(reached >= mustHold, "%.3f", reached), mustHold));
    }

    /**
     * @param found what was found, as it is told
     * @param bound what must hold, as it is told
     */
    void addFound(String title, String side, String found, boolean holds, String bound) {
        say("| " + title + " | " + side + " | | | | | " + (holds ? found : "**" + found + "**") + " | " + bound + " | |");
    }

    /** What the next line is compared with. */
    void addBeside(String title, String side, String found) {
        say("| " + title + " | " + side + " | " + found + " | | | | | | |");
    }

    void addRate(String title, double mibPerSecond) {
        say(String.format(Locale.ROOT, "| %s | service | %.1f MiB | | | | | | |", title, mibPerSecond));
    }

    /** Measures, or says that the service does not offer it. */
    void unlessMissing(String title, Measuring measuring) throws Exception {
        try {
            measuring.run();
        } catch (HttpConnection.RefusedException e) {
            say("| " + title + " | service | not measured: " + e.getMessage().replace('|', '/').replaceAll("\\s+", " ")
                    + " | | | | | | |");
        }
    }

    private void side(String title, String side, Measurement measured, String reached) {
        say(String.format(Locale.ROOT, "| %s | %s | %,.1f | %.2f | %.2f | %.3f + %.3f | %s", title, side, measured.perSecond(),
                measured.median(), measured.late(), measured.serviceCpu(), measured.databaseCpu(),
                reached.isEmpty() ? "| | |" : reached + " |"));
    }

    /** The whole page. */
    String page(String machine, Options options) {
        StringBuilder page = new StringBuilder(
                "# Benchmark\n\nMade by `deploy/acceptance/benchmark`, which anybody can run again; ")
                .append("never part of what CI decides.\n").append(machine)
                .append(String.format("%n%d rounds of %d s a side, medians; in each round PostgreSQL alone, then the service. ",
                        options.rounds(), options.seconds()))
                .append("PostgreSQL alone is `pgbench` with the\nstatements that the service was heard to send, on the same server, ")
                .append("as the same role. Every request carries a\nbearer token. ").append(heaps(options))
                .append("Ratios count, not absolute numbers: load generator, service and PostgreSQL share the machine.\n")
                .append("All records are synthetic. What does not hold is in bold type.\n").append(scales);
        growths.forEach((records, grown) -> page.append(growth(records, grown)));
        return page.toString();
    }

    private static String heaps(Options options) {
        return options.services().stream()
                .map(service -> service.name() + "-service runs with `-Xmx" + service.heapMib() + "m`")
                .collect(Collectors.joining(", ", "", ". "));
    }

    private static String growth(String records, Growth grown) {
        List<Long> rows = grown.rows();
        if (rows.size() < 2) {
            return "";
        }
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%n## From %,d to %,d %s%n%n", rows.get(0),
                rows.get(rows.size() - 1), records))
                .append("| operation | PostgreSQL's CPU ms a request | growth |\n| --- | --- | ---: |\n");
        grown.cpu().forEach((title, cpu) -> text.append(String.format(Locale.ROOT, "| %s | %.3f to %.3f | %.1f x |%n", title,
                cpu.get(0), cpu.get(cpu.size() - 1), cpu.get(cpu.size() - 1) / cpu.get(0))));
        return text.toString();
    }
}
