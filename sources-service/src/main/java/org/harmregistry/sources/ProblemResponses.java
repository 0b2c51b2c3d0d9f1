package org.harmregistry.sources;

import java.util.List;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/** Says of every operation that it refuses by problem documents, and how to bring a token: alike, so it is said once. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProblemResponses implements OASFilter {

    private static final String TOKEN = "token";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents().addSchema("Problem", problem());
        document.getComponents().addSchema("Violation", violation());
        document.getComponents().addSecurityScheme(TOKEN, OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("JWT")
                .description("OpenID Connect access token with the claims sub, roles and organisation. Reading what is public "
                        + "needs none."));
        document.getPaths().getPathItems().values().forEach(path -> path.getOperations().values().forEach(this::complete));
    }

    private void complete(Operation operation) {
        operation.getResponses().addAPIResponse("4XX", refusal("The request is refused."));
        operation.getResponses().addAPIResponse("5XX",
                refusal("The service cannot answer; 503 says in Retry-After when to try again."));
        operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(TOKEN)));
    }

    private static APIResponse refusal(String description) {
        return OASFactory.createAPIResponse().description(description).content(OASFactory.createContent()
                .addMediaType("application/problem+json",
                        OASFactory.createMediaType().schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
    }

    private static Schema problem() {
        return object("A refusal (RFC 9457).").required(List.of("type", "title", "status", "code", "traceId"))
                .addProperty("type", text("Address of the problem's explanation, below /problems/."))
                .addProperty("title", text("What is wrong, the same for every occurrence."))
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", text("What is wrong this time."))
                .addProperty("instance", text("The address that was asked."))
                .addProperty("code", text("Stable code in lower_snake_case, to be acted upon by programs."))
                .addProperty("traceId", text("Names the request in the operator's log."))
                .addProperty("violations", OASFactory.createSchema().addType(Schema.SchemaType.ARRAY)
                        .items(OASFactory.createSchema().ref("#/components/schemas/Violation")));
    }

    private static Schema violation() {
        return object("A place at which a request is wrong.")
                .addProperty("pointer", text("JSON pointer (RFC 6901) into the body, ?name of a parameter, #name of a header."))
                .addProperty("message", text("What is wrong there."));
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).description(description);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }
}
