package org.harmregistry.acceptance.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/** The project's own schemas of the kinds of others' operators, for which no package has one ({@code shapes.yaml}). */
final class DeclaredShapes implements KindCheck {

    private final JsonNode shapes;

    private DeclaredShapes(JsonNode shapes) {
        this.shapes = shapes;
    }

    static DeclaredShapes read() throws IOException {
        try (InputStream in = DeclaredShapes.class.getResourceAsStream("/kubernetes/shapes.yaml")) {
            return new DeclaredShapes(new YAMLMapper().readTree(in));
        }
    }

    @Override
    public boolean knows(JsonNode document) {
        return shapes.at("/$defs/" + document.path("kind").asText() + "/properties/apiVersion/const")
                .equals(document.path("apiVersion"));
    }

    @Override
    public List<String> faults(Manifests manifests) {
        return manifests.documents().stream().filter(this::knows).flatMap(document -> {
            ObjectNode schema = shapes.deepCopy();
            schema.put("$ref", "#/$defs/" + document.path("kind").asText());
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema.toString(), InputFormat.JSON).validate(document.toString(), InputFormat.JSON).stream()
                    .map(each -> Manifests.name(document) + ": " + each.getInstanceLocation() + " " + each.getMessage());
        }).toList();
    }
}
