package org.harmregistry.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code java -jar verifier.jar bundle.zip [--key KEY] [--witness KEY] [--checkpoint FILE_OR_ADDRESS]}: checks a bundle
 * and says in plain words what holds. Exit code 0 if all of it does, 1 if anything does not, 2 if there was nothing to
 * check.
 */
public final class Verifier {

    private static final int SOUND = 0;
    private static final int NOT_SOUND = 1;
    private static final int NOTHING_CHECKED = 2;
    private static final long LARGEST = 1L << 30;
    private static final String USAGE = """
            usage: java -jar verifier.jar BUNDLE.zip [--key KEY]... [--witness KEY]... [--checkpoint CHECKPOINT]

              --key         the log's key (name+id+key), or a file that holds it, got in another way than the bundle;
                            several, if the log has had several
              --witness     the key of a witness (name+id+key), or a file that holds it: it must have cosigned what proves the
                            edition, or the checkpoint that --checkpoint names
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

    private record Wish(Path bundle, List<String> keys, List<String> witnesses, String checkpoint) {
    }

    private static Wish wish(String... words) {
        List<String> rest = new ArrayList<>(List.of(words));
        List<String> keys = options(rest, "--key");
        List<String> witnesses = options(rest, "--witness");
        String checkpoint = option(rest, "--checkpoint");
        if (rest.size() != 1 || rest.get(0).startsWith("-")) {
            throw new IllegalArgumentException("Name one bundle.");
        }
        return new Wish(Path.of(rest.get(0)), keys, witnesses, checkpoint);
    }

    private static List<String> options(List<String> words, String name) {
        List<String> values = new ArrayList<>();
        while (words.contains(name)) {
            values.add(option(words, name));
        }
        return values;
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
        List<VerifierKey> trusted = new ArrayList<>();
        List<VerifierKey> witnesses = new ArrayList<>();
        byte[] container = bytes(wish.bundle());
        for (String key : wish.keys()) {
            report.check("the key that you gave is a log's key", () -> trusted.add(VerifierKey.of(line(key))));
        }
        for (String key : wish.witnesses()) {
            report.check("the key that you gave is a witness's key", () -> witnesses.add(VerifierKey.ofWitness(line(key))));
        }
        if (!report.isSound() || !report.check("the bundle can be read", () -> bundle[0] = Bundle.read(container))) {
            return NOT_SOUND;
        }
        EditionCheck edition = new EditionCheck(bundle[0], report, trusted);
        edition.run();
        SignedCheckpoint later = wish.checkpoint() == null ? null
                : new LaterCheckpoint(wish.checkpoint()).compare(edition.checkpoints(), trusted, report);
        witnesses.forEach(witness -> witnessed(witness, edition.checkpoints(), later, report));
        if (trusted.isEmpty()) {
            report.note("signatures were checked with the bundle's own key: give the log's key with --key to know who signed");
        }
        report.say(report.isSound() ? "All of it holds." : "Do not rely on this bundle.");
        return report.isSound() ? SOUND : NOT_SOUND;
    }

    /** A witness speaks for each entry's own checkpoint, or for a later one that goes on from all of them. */
    private static void witnessed(VerifierKey witness, List<SignedCheckpoint> proofs, SignedCheckpoint later, Report report) {
        report.check("the witness " + witness.name() + " has seen this log, and no other of its name", () -> {
            if (proofs.isEmpty()) {
                throw new NotSoundException("there is no entry that it could have seen");
            }
            boolean coveredLater = later != null && later.cosignedBy(witness);
            for (SignedCheckpoint proof : proofs) {
                if (!coveredLater && !proof.cosignedBy(witness)) {
                    throw new NotSoundException("the checkpoint of size " + proof.size() + " bears no cosignature of it");
                }
            }
        });
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

    private static String line(String wish) throws NotSoundException {
        try {
            // A key of a file, the first of its lines.
            return wish.contains("+") ? wish : Files.readString(Path.of(wish)).split("\n", 2)[0];
        } catch (IOException e) {
            throw new NotSoundException("it cannot be read");
        }
    }
}
