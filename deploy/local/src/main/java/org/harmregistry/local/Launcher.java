package org.harmregistry.local;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What the scripts in {@code deploy/} run: {@code Launcher up|down|status|token …}. Ends with 0, with 1 for a fault that
 * is not the caller's, with 2 for words that are not understood.
 */
public final class Launcher {

    private static final int FAULT = 1;
    private static final int MISUSE = 2;

    private Launcher() {
    }

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        String command = arguments.isEmpty() ? "" : arguments.get(0);
        List<String> words = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        try {
            Settings settings = Settings.of(Path.of(System.getProperty("registry.project", ".")), System.getenv());
            switch (command) {
                case "up" -> up(settings, words);
                case "down" -> {
                    allow(words);
                    new Down(new Progress(System.out)).run(settings);
                }
                case "status" -> {
                    allow(words, "--json");
                    Status status = new Status(settings);
                    System.out.println(words.contains("--json") ? status.json() : status.table());
                }
                case "token" -> System.out.println(new Token(settings).mint(words));
                default -> throw new IllegalArgumentException("Say up, down, status or token");
            }
            return 0;
        } catch (IllegalArgumentException e) {
            System.err.println("deploy/" + command + ": " + e.getMessage() + ".");
            return MISUSE;
        } catch (UncheckedIOException e) {
            System.err.println("deploy/" + command + ": A file could not be read or written (" + e.getCause()
                    + "). Check space and permissions there, then try again.");
            return FAULT;
        } catch (Fault e) {
            System.err.println("deploy/" + command + ": " + e.getMessage());
            return FAULT;
        }
    }

    private static void up(Settings settings, List<String> words) {
        allow(words, "--fresh", "--no-data", "--keycloak");
        Settings wanted = words.contains("--keycloak")
                ? settings.withKeycloak(Path.of(System.getProperty("registry.keycloak")))
                : settings;
        new Up(wanted, new Progress(System.out)).run(words.contains("--fresh"), !words.contains("--no-data"));
    }

    private static void allow(List<String> words, String... options) {
        Set<String> known = Set.copyOf(Arrays.asList(options));
        words.stream().filter(word -> !known.contains(word)).findFirst().ifPresent(word -> {
            throw new IllegalArgumentException("There is no option " + word
                    + (known.isEmpty() ? "" : "; the options are " + String.join(" ", options)));
        });
    }
}
