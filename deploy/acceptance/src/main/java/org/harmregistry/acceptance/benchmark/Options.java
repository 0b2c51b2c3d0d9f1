package org.harmregistry.acceptance.benchmark;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a run is asked for.
 *
 * @param services which services are measured, one after the other
 * @param rows how many records the register holds while it is measured, one scale after the other, rising
 * @param rounds how often each side is measured; medians are told
 * @param seconds how long each side is measured in a round
 * @param operations the operations to measure; empty for all
 * @param attachments how many files are sent at once to measure how quickly they go in
 * @param attachmentsMib how many MiB they have together
 * @param home where the databases are kept, so that another run need not fill them again
 * @param result the table that is written; {@code null} to print it only
 */
record Options(List<MeasuredService> services, List<Integer> rows, int rounds, int seconds, Set<String> operations,
        int attachments, int attachmentsMib, Path home, Path result) {

    static final String USAGE = """
            deploy/acceptance/benchmark [--service incidents|sources|both|reports] [--rows 100000[,1000000]] [--rounds 3] [--seconds 5]
                                        [--only read,page,...] [--attachments 8] [--attachments-mib 64] [--home FOLDER]
                                        [--result FILE]""";

    private static final int MOST_ROWS = 10_000_000;
    private static final int MOST_MIB = 100_000;
    /** The registry takes no larger file. */
    private static final int LARGEST_FILE_MIB = 200;

    Options {
        if (attachmentsMib > attachments * LARGEST_FILE_MIB || attachmentsMib < attachments) {
            throw new IllegalArgumentException("A file has from 1 to " + LARGEST_FILE_MIB + " MiB: " + attachmentsMib
                    + " MiB do not go into " + attachments + ".\n" + USAGE);
        }
    }

    /** @throws IllegalArgumentException if a word is not understood */
    static Options of(Path project, String... words) {
        Deque<String> left = new ArrayDeque<>(List.of(words));
        List<MeasuredService> services = services("both");
        List<Integer> rows = List.of(100_000);
        int rounds = 3;
        int seconds = 5;
        Set<String> operations = Set.of();
        int attachments = 8;
        int attachmentsMib = 64;
        Path home = project.resolve("deploy/acceptance/target/benchmark");
        Path result = null;
        while (!left.isEmpty()) {
            String word = left.poll();
            switch (word) {
                case "--service" -> services = services(value(word, left));
                case "--rows" -> rows = Stream.of(value(word, left).split(",")).map(text -> number(text, MOST_ROWS)).sorted()
                        .toList();
                case "--rounds" -> rounds = number(value(word, left), 20);
                case "--seconds" -> seconds = number(value(word, left), 120);
                case "--only" -> operations = Set.of(value(word, left).split(","));
                case "--attachments" -> attachments = number(value(word, left), 64);
                case "--attachments-mib" -> attachmentsMib = number(value(word, left), MOST_MIB);
                case "--home" -> home = Path.of(value(word, left)).toAbsolutePath();
                case "--result" -> result = Path.of(value(word, left)).toAbsolutePath();
                default -> throw new IllegalArgumentException("There is no option " + word + ".\n" + USAGE);
            }
        }
        return new Options(services, rows, rounds, seconds, operations, attachments, attachmentsMib, home, result);
    }

    private static List<MeasuredService> services(String chosen) {
        return switch (chosen) {
            case "incidents" -> List.of(new MeasuredIncidents());
            case "sources" -> List.of(new MeasuredSources());
            case "reports" -> List.of(new MeasuredReports());
            case "both" -> List.of(new MeasuredIncidents(), new MeasuredSources());
            default -> throw new IllegalArgumentException("There is no service " + chosen + " to measure.\n" + USAGE);
        };
    }

    private static String value(String option, Deque<String> left) {
        if (left.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value.\n" + USAGE);
        }
        return left.poll();
    }

    private static int number(String text, int most) {
        if (!text.matches("[1-9]\\d{0,7}") || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException(text + " is not a whole number from 1 to " + most + ".\n" + USAGE);
        }
        return Integer.parseInt(text);
    }

    boolean wants(String operation) {
        return operations.isEmpty() || operations.contains(operation);
    }
}
