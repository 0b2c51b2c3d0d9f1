package org.harmregistry.sources.custody.api;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.kit.paging.Page;
import org.harmregistry.sources.custody.domain.SigningKeys;

/** The keys by which anybody checks a certificate of custody. */
@Path("/sources/custody-keys")
@Produces("application/json")
@Tag(name = "custody")
public class CustodyKeysResource {

    @Schema(name = "CustodyKeyList", description = "Public keys, the one that signs now first.")
    record Keys(List<SigningKeys.PublicKey> items, Page.Position page) {
    }

    private final SigningKeys keys;

    CustodyKeysResource(SigningKeys keys) {
        this.keys = keys;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listCustodyKeys", summary = "Read the public keys of custody certificates", description = "In PEM, "
            + "with the SHA-256 of the key in DER as its id. The one that signs now comes first; others signed before.")
    @APIResponse(responseCode = "200", description = "All keys.")
    public Keys listCustodyKeys() {
        return new Keys(keys.publicKeys(), new Page.Position(keys.publicKeys().size(), null));
    }
}
