package org.harmregistry.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What is in an image, as CycloneDX: the libraries that the build wrote down, and what the base brought. */
final class BillOfMaterials {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final ObjectNode bill;
    private final ArrayNode components;

    private BillOfMaterials(ObjectNode bill) {
        this.bill = bill;
        this.components = (ArrayNode) bill.path("components");
    }

    static BillOfMaterials of(Path project, String service) throws IOException {
        Path file = project.resolve(service).resolve("target/bom.json");
        if (!Files.isRegularFile(file)) {
            throw new Fault(service + " has no bill of materials", "Build it with mvn -Pimages package");
        }
        return new BillOfMaterials((ObjectNode) JSON.readTree(file.toFile()));
    }

    void add(JavaRuntime runtime) {
        component("platform", "java-runtime", runtime.version(),
                "pkg:generic/java-runtime@" + runtime.version().replace("+", "%2B")).putObject("supplier")
                .put("name", runtime.vendor());
    }

    void add(SystemFiles system) {
        system.packages().forEach((name, version) -> component("library", name.replaceAll(":.*", ""), version,
                "pkg:deb/debian/" + name.replaceAll(":.*", "") + "@" + version.replace("+", "%2B")));
    }

    /** The base that an operator named: what is in it, its own bill says. */
    void addBase(String base) {
        component("container", base.replaceAll("@.*", ""), base.replaceAll(".*@", ""),
                "pkg:oci/" + base.replaceAll("@.*", "").replaceAll(".*/", "").replaceAll(":.*", "") + "@"
                        + base.replaceAll(".*@", "").replace(":", "%3A"));
    }

    void write(Path file) throws IOException {
        JSON.writeValue(file.toFile(), bill);
    }

    private ObjectNode component(String type, String name, String version, String url) {
        return components.addObject().put("type", type).put("bom-ref", url).put("name", name).put("version", version)
                .put("purl", url);
    }
}
