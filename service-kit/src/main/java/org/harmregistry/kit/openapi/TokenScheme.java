package org.harmregistry.kit.openapi;

import java.util.List;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/** Says how a caller brings a token; reads of what is public need none, so the requirement may also be empty. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class TokenScheme implements OASFilter {

    private static final String TOKEN = "token";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents().addSecurityScheme(TOKEN, OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("JWT")
                .description("OpenID Connect access token with the claims sub, roles and organisation."));
        document.getPaths().getPathItems().values().forEach(path -> path.getOperations().forEach((method, operation) -> {
            var needed = OASFactory.createSecurityRequirement().addScheme(TOKEN);
            boolean reads = method.name().equals("GET");
            operation.setSecurity(reads ? List.of(OASFactory.createSecurityRequirement(), needed) : List.of(needed));
        }));
    }
}
