package org.harmregistry.sources.upload.api;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.archive.FileArchive;
import org.harmregistry.sources.upload.domain.Checksum;
import org.harmregistry.sources.upload.domain.Upload;
import org.harmregistry.sources.upload.domain.UploadFailure;
import org.harmregistry.sources.upload.domain.UploadState;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** The headers of tus 1.0 (tus.io/protocols/resumable-upload). */
public class Tus {

    static final String VERSION = "1.0.0";
    static final String BYTES = "application/offset+octet-stream";

    private static final String RESUMABLE = "Tus-Resumable";
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter
            .ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** Every answer says the version, refusals too. */
    @ServerResponseFilter
    public void sayVersion(ContainerRequestContext request, ContainerResponseContext response) {
        if (isOfUploads(request)) {
            response.getHeaders().putSingle(RESUMABLE, VERSION);
        }
    }

    /** Some networks let POST pass and nothing else. */
    @ServerRequestFilter(preMatching = true)
    public void overrideMethod(ContainerRequestContext request) {
        String method = request.getHeaderString("X-HTTP-Method-Override");
        if (method != null && request.getMethod().equals("POST") && isOfUploads(request)
                && method.matches("PATCH|DELETE|HEAD")) {
            request.setMethod(method);
        }
    }

    private static boolean isOfUploads(ContainerRequestContext request) {
        return request.getUriInfo().getPath().contains("/attachments/uploads");
    }

    /** @throws Failure 412 if the client speaks another version, or none */
    static void requireVersion(String version) {
        if (!VERSION.equals(version)) {
            throw Failure
                    .at(UploadFailure.PROTOCOL_VERSION_UNKNOWN, "#" + RESUMABLE, UploadFailure.PROTOCOL_VERSION_UNKNOWN.title()
                            + ".")
                    .with("Tus-Version", VERSION);
        }
    }

    /** @throws Failure 400 if the header holds no whole number */
    static long number(String header, UploadFailure missing, String name) {
        if (header == null || !header.matches("\\d{1,18}")) {
            throw Failure.at(missing, "#" + name, missing.title() + ".");
        }
        return Long.parseLong(header);
    }

    /** What this server can do. */
    static Response abilities() {
        return Response.noContent().header("Tus-Version", VERSION)
                .header("Tus-Max-Size", FileArchive.MOST)
                .header("Tus-Extension", "creation,creation-with-upload,checksum,termination,expiration")
                .header("Tus-Checksum-Algorithm", Checksum.ALGORITHMS).build();
    }

    /** How far an upload is, and until when it can be gone on with. */
    static ResponseBuilder state(ResponseBuilder answer, Upload upload) {
        answer.header("Upload-Offset", upload.received()).header("Cache-Control", "no-store");
        return upload.state() == UploadState.OPEN ? answer.header("Upload-Expires", HTTP_DATE.format(upload.expiresAt()))
                : answer;
    }
}
