package org.harmregistry.acceptance.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.harmregistry.acceptance.benchmark.Comparison.Sides;

/** What was measured, as a page in Markdown. */
final class ResultTable {

    private final StringBuilder scales = new StringBuilder();
    private final Map<String, List<Double>> growth = new TreeMap<>();
    private final List<Long> rows = new ArrayList<>();

    void beginScale(long incidents) {
        rows.add(incidents);
        scales.append(String.format(Locale.ROOT, "%n## %,d incidents%n%n", incidents));
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
                sides.service(),
                String.format(Locale.ROOT, "%s%.3f%s | %s%.2f | %s%.2f", holds ? "" : "**", reached, holds ? "" : "**",
                        direction,
                        operation.mustHold(), direction, operation.aim()));
        growth.computeIfAbsent(operation.title(), any -> new ArrayList<>()).add(sides.service().databaseCpu());
    }

    void addImport(Measurement copy, Measurement service) {
        double reached = service.perSecond() / copy.perSecond();
        side("import (rows)", "COPY, same tables and indexes", copy, "");
        side("", "service", service, String.format(Locale.ROOT, "%.3f | ≥ 0.50 | ≥ 0.90", reached));
        growth.computeIfAbsent("import", any -> new ArrayList<>()).add(service.databaseCpu());
    }

    void addExport(String title, double copy, Export.Taken taken, double mustHold, double aim) {
        say(String.format(Locale.ROOT, "| %s | COPY out | %.2f s | | | | | | |", title, copy));
        say(String.format(Locale.ROOT, "| | service, %,d MB | %.2f s | | | +%.0f MiB | %.2f x | ≤ %.1f x | ≤ %.1f x |",
                taken.bytes() / 1_000_000, taken.seconds(), taken.grownMib(), taken.seconds() / copy, mustHold, aim));
    }

    void addMemory(String title, double mib, int mustHold) {
        say(String.format(Locale.ROOT, "| %s | service | | | | | %.0f MiB | ≤ %d MiB | |", title, mib, mustHold));
    }

    void addMissing(String title, String reason) {
        say("| " + title + " | service | not measured: " + reason.replace('|', '/').replaceAll("\\s+", " ") + " | | | | | | |");
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
                .append("as the same role. The service runs with `-Xmx512m`, every request carries\na bearer token. ")
                .append("Ratios count, not absolute numbers: load generator, service and PostgreSQL share the machine.\n")
                .append("All incidents are synthetic.\n").append(scales);
        if (rows.size() > 1) {
            page.append(
                    String.format(Locale.ROOT, "%n## From %,d to %,d incidents%n%n", rows.get(0), rows.get(rows.size() - 1)))
                    .append("| operation | PostgreSQL's CPU ms a request | growth |\n| --- | --- | ---: |\n");
            growth.forEach((title, cpu) -> page.append(String.format(Locale.ROOT, "| %s | %.3f to %.3f | %.1f x |%n", title,
                    cpu.get(0), cpu.get(cpu.size() - 1), cpu.get(cpu.size() - 1) / cpu.get(0))));
        }
        return page.toString();
    }
}
