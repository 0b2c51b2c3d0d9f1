package org.harmregistry.acceptance.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** The documents of one overlay, as kustomize renders them. */
record Manifests(List<JsonNode> documents) {

    static final Path FOLDER = Path.of("../kubernetes");

    /** What is applied as a whole, or before it. */
    static final List<String> OVERLAYS = List.of("overlays/production", "overlays/development", "overlays/gateway-api",
            "overlays/production/migrations", "overlays/development/migrations", "overlays/gateway-api/migrations");

    private static final YAMLMapper YAML = new YAMLMapper(new YAMLFactory());

    static Optional<Path> kustomize() {
        return Stream
                .concat(Stream.of(System.getenv("PATH").split(":")), Stream.of(System.getProperty("user.home") + "/go/bin"))
                .map(folder -> Path.of(folder, "kustomize")).filter(Files::isExecutable).findFirst();
    }

    static String rendered(String overlay) throws IOException, InterruptedException {
        return rendered(FOLDER.resolve(overlay));
    }

    /** An overlay with components that a place may add. */
    static String rendered(String overlay, List<String> components) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of("target/overlays", String.join("-", components)));
        String here = folder.toAbsolutePath().relativize(FOLDER.toAbsolutePath().normalize()).toString();
        Files.writeString(folder.resolve("kustomization.yaml"), """
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                namespace: harm-registry
                resources: [%1$s/%2$s]
                components: [%3$s]
                """.formatted(here, overlay, components.stream().map(each -> here + "/components/" + each)
                .collect(Collectors.joining(", "))));
        return rendered(folder);
    }

    private static String rendered(Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(kustomize().orElseThrow().toString(), "build", folder.toString())
                .redirectErrorStream(true).start();
        String rendered = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(folder + ": " + rendered);
        }
        return rendered;
    }

    static Manifests read(String rendered) throws IOException {
        List<JsonNode> documents = new ArrayList<>();
        YAML.readerFor(JsonNode.class).<JsonNode> readValues(rendered).forEachRemaining(documents::add);
        return new Manifests(documents);
    }

    Stream<JsonNode> ofKind(String... kinds) {
        return documents.stream().filter(each -> List.of(kinds).contains(each.path("kind").asText()));
    }

    /** The pod templates of whatever makes pods. */
    Stream<JsonNode> pods() {
        return ofKind("Deployment", "Job").map(each -> each.at("/spec/template"));
    }

    static String name(JsonNode document) {
        return document.path("kind").asText() + " " + document.at("/metadata/name").asText();
    }

    static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    static Stream<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names.stream();
    }

    static Stream<JsonNode> containers(JsonNode pod) {
        return Stream.concat(each(pod.at("/spec/containers")), each(pod.at("/spec/initContainers")));
    }
}
