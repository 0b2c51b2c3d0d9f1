package org.harmregistry.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code java -jar verifier.jar bundle.zip [--key KEY] [--checkpoint FILE_OR_ADDRESS]}: checks a bundle and says in plain words
 * what
 * holds. Exit code 0 if all of it does, 1 if anything does not, 2 if there was nothing to check.
 */
public final class Verifier {

    private static final int SOUND = 0;
    private static final int NOT_SOUND = 1;
    private static final int NOTHING_CHECKED = 2;
    private static final long LARGEST = 1L << 30;
    private static final String USAGE = """
            usage: java -jar verifier.jar BUNDLE.zip [--key KEY] [--checkpoint CHECKPOINT]

              --key         the log's key (name+id+key), or a file that holds it, got in another way than the bundle
              --checkpoint  a checkpoint of the log to compare with: a file, or its address (http...../checkpoint), from
                            which the proof between the two is fetched; without it nothing is sent or fetched
            """;

    private Verifier() {
    }

    public static void main(String[] words) {
        System.exit(run(new PrintStream(System.out, true, StandardCharsets.UTF_8), words));
    }

    /** Checks, writes what it finds, and returns the exit code. */
    public static int run(PrintStream out, String... words) {
        try {
            Wish wish = wish(words);
            return check(out, wish);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            out.println(USAGE);
            return NOTHING_CHECKED;
        }
    }

    private record Wish(Path bundle, String key, String checkpoint) {
    }

    private static Wish wish(String... words) {
        List<String> rest = new ArrayList<>(List.of(words));
        String key = option(rest, "--key");
        String checkpoint = option(rest, "--checkpoint");
        if (rest.size() != 1 || rest.get(0).startsWith("-")) {
            throw new IllegalArgumentException("Name one bundle.");
        }
        return new Wish(Path.of(rest.get(0)), key, checkpoint);
    }

    private static String option(List<String> words, String name) {
        int at = words.indexOf(name);
        if (at < 0) {
            return null;
        }
        if (at + 1 >= words.size()) {
            throw new IllegalArgumentException(name + " needs a value.");
        }
        words.remove(at);
        return words.remove(at);
    }

    private static int check(PrintStream out, Wish wish) {
        Report report = new Report(out);
        Bundle[] bundle = new Bundle[1];
        VerifierKey[] key = new VerifierKey[1];
        byte[] container = bytes(wish.bundle());
        if (wish.key() != null && !report.check("the key that you gave is a log's key", () -> key[0] = key(wish.key()))
                || !report.check("the bundle can be read", () -> bundle[0] = Bundle.read(container))) {
            return NOT_SOUND;
        }
        Optional<VerifierKey> trusted = Optional.ofNullable(key[0]);
        EditionCheck edition = new EditionCheck(bundle[0], report, trusted);
        edition.run();
        if (wish.checkpoint() != null) {
            new LaterCheckpoint(wish.checkpoint()).compare(edition.checkpoints(), trusted, report);
        }
        if (trusted.isEmpty()) {
            report.note("signatures were checked with the bundle's own key: give the log's key with --key to know who signed");
        }
        report.say(report.isSound() ? "All of it holds." : "Do not rely on this bundle.");
        return report.isSound() ? SOUND : NOT_SOUND;
    }

    private static byte[] bytes(Path bundle) {
        try {
            if (Files.size(bundle) > LARGEST) {
                throw new IllegalArgumentException("The bundle is larger than 1 GiB.");
            }
            return Files.readAllBytes(bundle);
        } catch (IOException e) {
            throw new IllegalArgumentException("The bundle cannot be read: " + bundle);
        }
    }

    private static VerifierKey key(String wish) throws NotSoundException {
        try {
            // A key of a file, the first of its lines.
            return VerifierKey.of(wish.contains("+") ? wish : Files.readString(Path.of(wish)).split("\n", 2)[0]);
        } catch (IOException e) {
            throw new NotSoundException("it cannot be read");
        }
    }
}
