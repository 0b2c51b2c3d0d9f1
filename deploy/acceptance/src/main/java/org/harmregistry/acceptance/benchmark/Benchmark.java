package org.harmregistry.acceptance.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * {@code deploy/acceptance/benchmark}: for each service fills a register and measures it; prints the table and writes it down.
 */
public final class Benchmark {

    /** After that long nothing is left of the work of starting. */
    private static final int IDLE_SECONDS = 10;
    private static final int IDLE_MOST_MIB = 220;
    private static final int COPIED = 20_000;
    private static final int IMPORTED = 10_000;

    private final Options options;
    private final Stage stage;
    private final MeasuredService measured;
    private final Register register;
    private final ResultTable table;
    private final AtomicLong numbers = new AtomicLong(System.currentTimeMillis() % 100_000_000_000L);

    private Benchmark(Options options, Stage stage, ResultTable table) {
        this.options = options;
        this.stage = stage;
        this.measured = stage.measured();
        this.register = new Register(stage);
        this.table = table;
    }

    public static void main(String[] arguments) {
        try {
            Path project = Path.of(System.getProperty("registry.project", ".")).toAbsolutePath().normalize();
            Options options = Options.of(project, arguments);
            if (!Pgbench.isThere()) {
                throw new IllegalArgumentException("pgbench was not found; Debian has it in the package postgresql-15.");
            }
            ResultTable table = new ResultTable();
            for (MeasuredService measured : options.services()) {
                measure(project, options, measured, table);
            }
            String page = table.page(machine(), options);
            if (options.result() != null) {
                Files.writeString(options.result(), page);
                System.out.println("written to " + options.result());
            }
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (Exception e) {
            System.err.println("The benchmark could not be carried out: " + e);
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void measure(Path project, Options options, MeasuredService measured, ResultTable table) throws Exception {
        try (Stage stage = new Stage(project, options.home(), measured, System.getenv("MONGODB_URL"))) {
            new Benchmark(options, stage, table).run();
        }
    }

    private void run() throws Exception {
        TimeUnit.SECONDS.sleep(IDLE_SECONDS);
        double idle = Consumption.residentMib(stage.servicePid());
        measured.prepare(stage);
        for (int rows : options.rows()) {
            Measurement filled = register.fill(rows);
            table.beginScale(measured.name(), register.records());
            if (rows == options.rows().get(0)) {
                table.addMemory("memory, idle after start", idle, IDLE_MOST_MIB);
            }
            if (filled != null) {
                table.addFill(filled);
            }
            measure();
        }
    }

    private void measure() throws Exception {
        Comparison comparison = new Comparison(stage, numbers);
        for (Operation operation : measured.operations(stage)) {
            if (options.wants(operation.name())) {
                table.unlessMissing(operation.title(),
                        () -> table.add(operation, comparison.measure(operation, options.rounds(), options.seconds())));
            }
        }
        if (options.wants("import") && measured.measuresImports()) {
            imports();
        }
        table.addMemory("memory, loaded", Consumption.residentMib(stage.servicePid()), measured.mostLoadedMib());
        measured.measureMore(stage, register, options, table);
    }

    private void imports() throws SQLException, IOException, InterruptedException {
        List<Measurement> copied = new ArrayList<>();
        List<Measurement> imported = new ArrayList<>();
        for (long begun = System.nanoTime(); System.nanoTime() - begun < Comparison.FIRST_WARM_UP_NANOS;) {
            register.importMore(IMPORTED);
        }
        for (int round = 0; round < options.rounds(); round++) {
            register.settle();
            copied.add(new CopyLimit(stage).in((int) Math.min(COPIED, register.records() / 2)));
            imported.add(register.importMore(IMPORTED));
        }
        table.addImport(Measurement.median(copied), Measurement.median(imported));
    }

    private static String machine() throws IOException {
        String model = Files.readAllLines(Path.of("/proc/cpuinfo")).stream().filter(line -> line.startsWith("model name"))
                .findFirst().map(line -> line.split(":")[1].strip()).orElse("unknown processor");
        return "Measured " + Instant.now().truncatedTo(ChronoUnit.MINUTES) + " on " + Runtime.getRuntime().availableProcessors()
                + " processors (" + model + "), Java " + Runtime.version() + ", load average "
                + Files.readString(Path.of("/proc/loadavg")).split(" ")[0] + " at the end.\n";
    }
}
