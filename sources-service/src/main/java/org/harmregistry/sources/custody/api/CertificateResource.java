package org.harmregistry.sources.custody.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.custody.domain.Certificate;
import org.harmregistry.sources.custody.domain.CertificateIssue;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** Certificates of custody, to be taken away and checked elsewhere. */
@Path("/sources/{id}/custody/certificate")
@Tag(name = "custody")
public class CertificateResource {

    private static final String PDF = "application/pdf";

    private final CurrentCaller caller;
    private final CertificateIssue issue;
    private final CertificatePdf pdf;

    CertificateResource(CurrentCaller caller, CertificateIssue issue, CertificatePdf pdf) {
        this.caller = caller;
        this.issue = issue;
        this.pdf = pdf;
    }

    @GET
    @Authenticated
    @Produces({ MediaType.APPLICATION_JSON, PDF })
    @Operation(operationId = "issueCustodyCertificate", summary = "Take away a certificate of custody", description = "For those "
            + "who may read the custody. Holds all entries with their hashes, the digests they name, and how to check them without "
            + "the registry; signed with Ed25519 over canonical JSON (RFC 8785). The PDF says the same and carries the signed JSON "
            + "as an attached file. 409 custody_not_intact if the chain is broken or empty.")
    @APIResponse(responseCode = "200", description = "The certificate.", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON), @Content(mediaType = PDF) })
    public Uni<Response> issueCustodyCertificate(@PathParam("id") String id,
            @QueryParam("format") @Parameter(description = "json (the default) or pdf; without it the Accept header decides.") String format,
            @Context HttpHeaders headers) {
        boolean printed = printed(format, headers);
        String name = "custody-" + RecordAddress.id(id) + (printed ? ".pdf" : ".json");
        return issue.issue(caller.get(), RecordAddress.id(id), printed ? pdf::write : Certificate::written)
                .map(bytes -> Response.ok(bytes, printed ? PDF : MediaType.APPLICATION_JSON)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                        .header(HttpHeaders.CACHE_CONTROL, "no-store").header(HttpHeaders.VARY, "Authorization, Accept")
                        .build());
    }

    private static boolean printed(String format, HttpHeaders headers) {
        if (format == null) {
            MediaType pdf = MediaType.valueOf(PDF);
            MediaType wanted = headers.getAcceptableMediaTypes().stream()
                    .filter(type -> type.isCompatible(MediaType.APPLICATION_JSON_TYPE) || type.isCompatible(pdf)).findFirst()
                    .orElse(MediaType.APPLICATION_JSON_TYPE);
            return !wanted.isCompatible(MediaType.APPLICATION_JSON_TYPE);
        }
        if (!format.equals("json") && !format.equals("pdf")) {
            throw Failure.atParameter(CommonFailure.INVALID_PARAMETER, "format", "json and pdf are offered here.");
        }
        return format.equals("pdf");
    }
}
