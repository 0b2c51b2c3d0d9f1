package org.harmregistry.acceptance.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs pgbench on the server that the service uses. */
final class Pgbench {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final Pattern FAILED = Pattern.compile("number of failed transactions: (\\d+)");

    private final Stage stage;

    Pgbench(Stage stage) {
        this.stage = stage;
    }

    static boolean isThere() {
        try {
            return new ProcessBuilder("pgbench", "--version").redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Each client runs one of the scripts, chosen by chance, again and again. */
    Measurement run(List<PgbenchScript> scripts, int clients, int seconds) throws IOException, InterruptedException {
        Path folder = stage.scratch();
        String mode = scripts.stream().anyMatch(PgbenchScript::isPlannedEachTime) ? "extended" : "prepared";
        List<String> line = new ArrayList<>(List.of("pgbench", "-n", "-M", mode, "-c", "" + clients, "-j", "1", "-T",
                "" + seconds, "-l", "--log-prefix=" + folder.resolve("transactions")));
        for (int i = 0; i < scripts.size(); i++) {
            Path file = folder.resolve("script-" + i + ".sql");
            Files.writeString(file, scripts.get(i).text());
            line.addAll(List.of("-f", file.toString()));
            scripts.get(i).variables().forEach((name, value) -> line.addAll(List.of("-D", name + "=" + value)));
        }
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().putAll(stage.client());
        double before = Consumption.cpuWithChildren(stage.postgresPid());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("pgbench failed: " + output.substring(0, Math.min(2_000, output.length())));
        }
        Thread.sleep(300); // The server counts the processors' time of its children once they have gone.
        double used = Consumption.cpuWithChildren(stage.postgresPid()) - before;
        long[] micros = latencies(folder);
        return new Measurement(number(RATE, output), at(micros, 0.5) / 1e3, at(micros, 0.99) / 1e3, 0,
                used * 1000 / Math.max(1, micros.length), (long) number(FAILED, output));
    }

    /** The microseconds of each transaction, rising; the logs are deleted. */
    private static long[] latencies(Path folder) throws IOException {
        List<Path> logs;
        try (Stream<Path> files = Files.list(folder)) {
            logs = files.filter(file -> file.getFileName().toString().startsWith("transactions")).toList();
        }
        long[] all = {};
        for (Path log : logs) {
            long[] some;
            try (Stream<String> lines = Files.lines(log)) {
                some = lines.mapToLong(line -> Long.parseLong(line.split(" ")[2])).toArray();
            }
            int count = all.length;
            all = Arrays.copyOf(all, count + some.length);
            System.arraycopy(some, 0, all, count, some.length);
            Files.delete(log);
        }
        Arrays.sort(all);
        return all;
    }

    static double at(long[] rising, double share) {
        return rising.length == 0 ? 0 : rising[(int) Math.min(rising.length - 1, rising.length * share)];
    }

    private static double number(Pattern pattern, String output) {
        Matcher found = pattern.matcher(output);
        return found.find() ? Double.parseDouble(found.group(1)) : 0;
    }
}
