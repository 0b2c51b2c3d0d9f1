package org.harmregistry.kit.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponses;
import static org.eclipse.microprofile.openapi.OASFactory.createComponents;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/** Gives every operation the refusals that its method can meet, as problem documents; what an operation says itself stays. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProblemResponses implements OASFilter {

    private static final Map<String, String> ALWAYS = Map.of(
            "400", "A parameter or field is malformed, unknown or given twice",
            "401", "The token sent is not valid, or a write came without one",
            "503", "The service is busy or its database away: see Retry-After");
    private static final Map<String, String> READS = Map.of(
            "406", "None of the accepted formats is offered here",
            "422", "Well-formed, but against a rule: a period that ends before it begins, or more than one answer holds");
    private static final Map<String, String> WRITES = Map.of(
            "406", "None of the accepted formats is offered here",
            "411", "A JSON body must say its length",
            "403", "The caller's role does not allow this",
            "413", "The body is larger than is taken",
            "415", "The body's media type is not taken",
            "422", "Well-formed, but against a rule: the code says which");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(createComponents());
        }
        document.getComponents().addSchema("Problem", problem());
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> complete(operation, refusals(path, method, operation))));
    }

    private static Map<String, String> refusals(String path, HttpMethod method, Operation operation) {
        Map<String, String> refusals = new TreeMap<>(ALWAYS);
        boolean reads = method == HttpMethod.GET || method == HttpMethod.HEAD;
        refusals.putAll(reads ? READS : WRITES);
        if (path.contains("{")) {
            refusals.put("404", "There is nothing here that the caller may see");
        }
        if (reads && path.endsWith("/changes")) {
            refusals.put("410", "cursor_expired: the feed has begun anew or was restored; Link leads to its beginning");
        }
        if (!reads) {
            refusals.put("409", "The state of the register does not allow this, or the same call is still running");
        }
        if (method == HttpMethod.PUT) {
            refusals.put("412", "already_created: the same caller sent the same before; id_taken: the id has another content");
            refusals.put("428", "If-None-Match: * is missing");
        } else if (method == HttpMethod.PATCH || takesHeader(operation, "If-Match")) {
            refusals.put("412", "The record has changed since the version in If-Match");
            refusals.put("428", "If-Match is missing");
        }
        return refusals;
    }

    private static boolean takesHeader(Operation operation, String name) {
        return operation.getParameters() != null && operation.getParameters().stream()
                .anyMatch(parameter -> parameter.getIn() == Parameter.In.HEADER && name.equals(parameter.getName()));
    }

    private static void complete(Operation operation, Map<String, String> refusals) {
        if (operation.getResponses() == null) {
            operation.setResponses(createAPIResponses());
        }
        refusals.forEach((status, description) -> {
            if (!operation.getResponses().hasAPIResponse(status)) {
                operation.getResponses().addAPIResponse(status, createAPIResponse().description(description)
                        .content(createContent().addMediaType("application/problem+json", createMediaType()
                                .schema(createSchema().ref("#/components/schemas/Problem")))));
            }
        });
    }

    private static Schema problem() {
        Schema violation = object("One place at which the request is wrong")
                .addProperty("pointer", text("JSON pointer into the body, ?name for a parameter, #name for a header"))
                .addProperty("message", text("What is wrong there"));
        return object("A refusal (RFC 9457)")
                .addProperty("type", text("Address of the problem's description"))
                .addProperty("title", text("The same for every occurrence"))
                .addProperty("status", createSchema().addType(SchemaType.INTEGER).description("HTTP status"))
                .addProperty("detail", text("What happened this time"))
                .addProperty("instance", text("The address that was asked"))
                .addProperty("code", text("Stable code in lower_snake_case, for programs"))
                .addProperty("traceId", text("Ties the answer to the log"))
                .addProperty("violations", createSchema().addType(SchemaType.ARRAY).items(violation))
                .required(List.of("type", "title", "status", "code"));
    }

    private static Schema object(String description) {
        return createSchema().addType(SchemaType.OBJECT).description(description);
    }

    private static Schema text(String description) {
        return createSchema().addType(SchemaType.STRING).description(description);
    }
}
