package org.harmregistry.acceptance.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** {@code deploy/acceptance/benchmark}: fills a register, measures it, prints the table and writes it down. */
public final class Benchmark {

    private static final int SLOW_READER = 10_000_000;
    private static final int SLOW_READER_SECONDS = 10;
    /** After that long nothing is left of the work of starting. */
    private static final int IDLE_SECONDS = 10;
    private static final int COPIED = 20_000;
    private static final int IMPORTED = 10_000;

    private final Options options;
    private final Stage stage;
    private final Register register;
    private final ResultTable table = new ResultTable();
    private final AtomicLong numbers = new AtomicLong(System.currentTimeMillis() % 100_000_000_000L);

    private Benchmark(Options options, Stage stage) {
        this.options = options;
        this.stage = stage;
        this.register = new Register(stage);
    }

    public static void main(String[] arguments) {
        try {
            Path project = Path.of(System.getProperty("registry.project", ".")).toAbsolutePath().normalize();
            Options options = Options.of(project, arguments);
            if (!Pgbench.isThere()) {
                throw new IllegalArgumentException("pgbench was not found; Debian has it in the package postgresql-15.");
            }
            try (Stage stage = new Stage(project, options.home())) {
                Thread interrupted = new Thread(stage::close);
                Runtime.getRuntime().addShutdownHook(interrupted);
                new Benchmark(options, stage).run();
                Runtime.getRuntime().removeShutdownHook(interrupted);
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

    private void run() throws Exception {
        TimeUnit.SECONDS.sleep(IDLE_SECONDS);
        double idle = Consumption.residentMib(stage.servicePid());
        register.makeParties();
        for (int rows : options.rows()) {
            register.fill(rows);
            table.beginScale(register.number("select count(*) from incident"));
            if (rows == options.rows().get(0)) {
                table.addMemory("memory, idle after start", idle, 220);
            }
            measure();
        }
        String page = table.page(machine(), options);
        if (options.result() != null) {
            Files.writeString(options.result(), page);
            System.out.println("written to " + options.result());
        }
    }

    private void measure() throws Exception {
        Comparison comparison = new Comparison(stage, numbers);
        for (Operation operation : new Operations(stage).all()) {
            if (options.wants(operation.name())) {
                unlessMissing(operation.title(), () -> {
                    table.add(operation, comparison.measure(operation, options.rounds(), options.seconds()));
                    return null;
                });
            }
        }
        if (options.wants("import")) {
            imports();
        }
        table.addMemory("memory, loaded", Consumption.residentMib(stage.servicePid()), 450);
        if (options.wants("export")) {
            String document = register.documentColumn();
            export("export CSV", "text/csv", "select * from incident", " (format csv)", 2.5, 1.6);
            export("export GeoJSON", "application/geo+json", "select json_build_object('type', 'Feature', 'geometry', "
                    + "json_build_object('type', 'Point', 'coordinates', json_build_array(lon, lat)), 'properties', " + document
                    + ") from incident", "", 2, 1.6);
        }
    }

    private void imports() throws SQLException, IOException, InterruptedException {
        List<Measurement> copied = new ArrayList<>();
        List<Measurement> imported = new ArrayList<>();
        for (int round = 0; round < options.rounds(); round++) {
            copied.add(new CopyLimit(stage).in((int) Math.min(COPIED, register.number("select count(*) / 2 from incident"))));
            imported.add(register.importMore(IMPORTED));
        }
        table.addImport(Measurement.median(copied), Measurement.median(imported));
    }

    private void export(String title, String mediaType, String query, String format, double mustHold, double aim)
            throws Exception {
        unlessMissing(title, () -> {
            Export export = new Export(stage);
            export.run(mediaType, 0, 2);
            List<Double> copied = new ArrayList<>();
            List<Export.Taken> taken = new ArrayList<>();
            for (int round = 0; round < options.rounds(); round++) {
                copied.add(new CopyLimit(stage).out(query, format));
                taken.add(export.run(mediaType, 0, 0));
            }
            double highest = taken.stream().mapToDouble(Export.Taken::grownMib).max().orElse(0);
            table.addExport(title, Measurement.middle(copied), new Export.Taken(Measurement.middle(taken.stream()
                    .map(Export.Taken::seconds).toList()), taken.get(0).bytes(), highest), mustHold, aim);
            table.addMemory(title + " adds, slow reader", export.run(mediaType, SLOW_READER, SLOW_READER_SECONDS).grownMib(),
                    64);
            return null;
        });
    }

    private void unlessMissing(String title, Callable<?> measuring) throws Exception {
        try {
            measuring.call();
        } catch (HttpConnection.RefusedException e) {
            table.addMissing(title, e.getMessage());
        }
    }

    private static String machine() throws IOException {
        String model = Files.readAllLines(Path.of("/proc/cpuinfo")).stream().filter(line -> line.startsWith("model name"))
                .findFirst().map(line -> line.split(":")[1].strip()).orElse("unknown processor");
        return "Measured " + Instant.now().truncatedTo(ChronoUnit.MINUTES) + " on " + Runtime.getRuntime().availableProcessors()
                + " processors (" + model + "), Java " + Runtime.version() + ", load average "
                + Files.readString(Path.of("/proc/loadavg")).split(" ")[0] + " at the end.\n";
    }
}
