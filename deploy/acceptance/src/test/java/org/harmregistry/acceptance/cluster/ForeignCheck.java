package org.harmregistry.acceptance.cluster;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A program of another language with others' knowledge: documents go in as an array, faults come out as one. */
final class ForeignCheck implements KindCheck {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> OF_THE_CLUSTER = Set.of("v1", "apps/v1", "batch/v1", "policy/v1", "autoscaling/v2",
            "networking.k8s.io/v1", "gateway.networking.k8s.io/v1", "monitoring.coreos.com/v1");
    private static final Set<String> OF_OPERATORS = Set.of("postgresql.cnpg.io/v1", "barmancloud.cnpg.io/v1",
            "gateway.envoyproxy.io/v1alpha1");

    private final Set<String> versions;
    private final Path folder;
    private final List<String> command;

    private ForeignCheck(Set<String> versions, Path folder, List<String> command) {
        this.versions = versions;
        this.folder = folder;
        this.command = command;
    }

    /** Whether a program can be found on the path. */
    static boolean isHere(String... programs) {
        Predicate<String> found = program -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(each -> Files.isExecutable(Path.of(each, program)));
        return Stream.of(programs).allMatch(found);
    }

    /** The schemas of npm's {@code kubernetes-models}, checked by ajv: what is required, and which words a field takes. */
    static ForeignCheck npm() throws IOException, InterruptedException {
        Path from = Path.of("src/test/node/kinds").toAbsolutePath();
        Path folder = Files.createDirectories(Path.of("target/kinds-npm").toAbsolutePath());
        for (String each : List.of("package.json", "package-lock.json", "check.mjs")) {
            Files.writeString(folder.resolve(each), Files.readString(from.resolve(each)));
        }
        run(folder, null, List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
        return new ForeignCheck(OF_THE_CLUSTER, folder, List.of("node", "check.mjs"));
    }

    /** The operators' own types, decoded strictly as the cluster's API does. */
    static ForeignCheck go() throws IOException, InterruptedException {
        Path program = Path.of("target/kinds-go").toAbsolutePath();
        Path folder = Path.of("src/test/go/kinds").toAbsolutePath();
        run(folder, null, List.of("go", "build", "-mod=readonly", "-o", program.toString(), "."));
        return new ForeignCheck(OF_OPERATORS, folder, List.of(program.toString()));
    }

    @Override
    public boolean knows(JsonNode document) {
        return versions.contains(document.path("apiVersion").asText());
    }

    @Override
    public List<String> faults(Manifests manifests) throws IOException, InterruptedException {
        List<JsonNode> known = manifests.documents().stream().filter(this::knows).toList();
        List<String> found = new ArrayList<>();
        JSON.readTree(run(folder, JSON.writeValueAsBytes(known), command)).forEach(each -> found
                .add(Manifests.name(known.get(each.path("index").asInt())) + ": " + each.path("pointer").asText() + " "
                        + each.path("message").asText()));
        return found;
    }

    private static String run(Path folder, byte[] input, List<String> command) throws IOException, InterruptedException {
        Path errors = Files.createTempFile("foreign", ".log");
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors.toFile()).start();
        Thread feeder = new Thread(() -> feed(process, input));
        feeder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException(command + ": " + printed + Files.readString(errors));
        }
        Files.delete(errors);
        return printed;
    }

    private static void feed(Process process, byte[] input) {
        try (OutputStream in = process.getOutputStream()) {
            if (input != null) {
                in.write(input);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
