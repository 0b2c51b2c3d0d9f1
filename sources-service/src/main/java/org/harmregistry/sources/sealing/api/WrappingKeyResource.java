package org.harmregistry.sources.sealing.api;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.paging.Page;
import org.harmregistry.sources.sealing.domain.KeyRotation;

import io.smallrye.mutiny.Uni;

/** How it stands with the keys that wrap the keys of sources. */
@Path("/sources/identity-keys")
@Produces("application/json")
@Tag(name = "witnesses")
public class WrappingKeyResource {

    @Schema(name = "WrappingKeyList", description = "Wrapping keys, in the order of their names.")
    record WrappingKeys(List<WrappingKey> items, Page.Position page) {
    }

    @Schema(name = "WrappingKey", description = "A wrapping key by its name in the key file; never the key.")
    record WrappingKey(String name,
            @Schema(description = "true for the one that wraps what is new.") boolean primary,
            @Schema(description = "false if the key file no longer holds it: what it wraps cannot be opened.") boolean held,
            @Schema(minimum = "0", description = "How many keys of sources it wraps; at 0 it may be taken out of the key file.") long wraps) {

        static WrappingKey from(KeyRotation.Wrapping key) {
            return new WrappingKey(key.name(), key.primary(), key.held(), key.wraps());
        }
    }

    private final KeyRotation rotation;

    WrappingKeyResource(KeyRotation rotation) {
        this.rotation = rotation;
    }

    @GET
    @RolesAllowed({ Role.CUSTODIAN, Role.ADMIN })
    @Operation(operationId = "listWrappingKeys", summary = "Tell how many keys each wrapping key wraps", description = "For "
            + "custodians and admins. After another key was made the primary one, keys are wrapped anew within minutes.")
    @APIResponse(responseCode = "200", description = "All wrapping keys.", content = @Content(schema = @Schema(implementation = WrappingKeys.class)))
    public Uni<WrappingKeys> listWrappingKeys() {
        return rotation.standing().map(keys -> new WrappingKeys(keys.stream().map(WrappingKey::from).toList(),
                new Page.Position(keys.size(), null)));
    }
}
