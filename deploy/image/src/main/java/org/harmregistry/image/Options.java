package org.harmregistry.image;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What is asked for on the command line.
 *
 * @param base the image to build upon, as {@code IMAGE@sha256:…} or {@code tar://FILE}; none: a runtime of this machine's JDK
 * @param jdk the JDK whose runtime goes in; none: the newest one with long-term support that is found
 * @param out the folder that the images are written into
 * @param services whose images are made
 */
record Options(Optional<String> base, Optional<Path> jdk, Path out, List<String> services) {

    static final List<String> ALL = List.of("incidents-service", "sources-service", "reports-service");

    private static final String HELP = "Write deploy/images [--base IMAGE@sha256:DIGEST|tar://FILE] [--jdk FOLDER] [--out FOLDER] [SERVICE...]";

    static Options of(Path project, String... arguments) {
        Optional<String> base = Optional.empty();
        Optional<Path> jdk = Optional.empty();
        Path out = project.resolve("target/images");
        List<String> services = new ArrayList<>();
        Iterator<String> rest = List.of(arguments).iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            switch (word) {
                case "--base" -> base = Optional.of(fixed(value(word, rest)));
                case "--jdk" -> jdk = Optional.of(Path.of(value(word, rest)));
                case "--out" -> out = Path.of(value(word, rest)).toAbsolutePath();
                default -> services.add(service(word));
            }
        }
        return new Options(base, jdk, out, services.isEmpty() ? ALL : services);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new Fault(option + " needs a value", HELP);
        }
        return rest.next();
    }

    private static String service(String word) {
        if (!ALL.contains(word)) {
            throw new Fault("There is no service " + word, HELP);
        }
        return word;
    }

    /** A base that a tag names is another one tomorrow. */
    private static String fixed(String base) {
        if (!base.startsWith("tar://") && !base.matches("\\S+@sha256:[0-9a-f]{64}")) {
            throw new Fault("The base " + base + " is not named by its digest", HELP);
        }
        return base;
    }
}
