package org.harmregistry.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The line of a part's log that tells why it ended, and what may help.
 *
 * @param text as the part wrote it, cut to a length that a terminal bears
 */
record TellingLine(String text, String remedy) {

    private static final int LONGEST = 300;
    private static final int LAST_LINES = 400;
    private static final Pattern TELLING = Pattern.compile("FATAL|PANIC|SEVERE|ERROR|Exception|Error:|error:|cannot|Could not");
    private static final Pattern CAUSE = Pattern.compile("^\\s*(Caused by|\\[Error Occurred).*");
    private static final Map<String, String> REMEDIES = remedies();

    /** Of the causes that the log names, the innermost; else its last line of alarm; else its last line. */
    static TellingLine of(Path log, String otherwise) {
        List<String> lines = lastLines(log);
        String text = last(lines, CAUSE).or(() -> last(lines, TELLING)).or(() -> last(lines, Pattern.compile("\\S")))
                .orElse("its log is empty").strip();
        String remedy = REMEDIES.entrySet().stream()
                .filter(entry -> lines.stream().anyMatch(line -> line.contains(entry.getKey())))
                .map(Map.Entry::getValue).findFirst().orElse(otherwise);
        return new TellingLine(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text, remedy);
    }

    private static Optional<String> last(List<String> lines, Pattern pattern) {
        return lines.stream().filter(line -> pattern.matcher(line).find()).reduce((first, second) -> second);
    }

    private static List<String> lastLines(Path log) {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Map<String, String> remedies() {
        Map<String, String> remedies = new LinkedHashMap<>();
        remedies.put("No space left on device", "Free some space, then run deploy/up again");
        remedies.put("Address already in use", "Run deploy/up again: it will choose another port");
        remedies.put("database files are incompatible", "Run deploy/up --fresh to begin with empty data");
        remedies.put("is corrupt", "Put back a copy of its data, or run deploy/up --fresh to begin with empty data");
        remedies.put("The file is locked", "End the other process that uses this state folder, or set REGISTRY_HOME");
        remedies.put("OutOfMemoryError", "Give the machine more memory, then run deploy/up again");
        remedies.put("Cannot allocate memory", "Give the machine more memory, then run deploy/up again");
        remedies.put("could not create shared memory segment",
                "Let this machine's kernel give shared memory, or set POSTGRES_URL to a server of your own");
        return remedies;
    }
}
