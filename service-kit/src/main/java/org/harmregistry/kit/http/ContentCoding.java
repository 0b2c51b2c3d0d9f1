package org.harmregistry.kit.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses bodies that come packed (RFC 9110, 8.4): nothing here unpacks them, so each row would be refused as nonsense. */
public class ContentCoding {

    private static final String NONE = "identity";

    @ServerRequestFilter
    public void refusePacked(ContainerRequestContext request) {
        String coding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (coding != null && !coding.isBlank() && !coding.trim().equalsIgnoreCase(NONE)) {
            throw Failure.at(CommonFailure.UNSUPPORTED_MEDIA_TYPE, "#Content-Encoding", "Send the body unpacked.")
                    .with(HttpHeaders.ACCEPT_ENCODING, NONE);
        }
    }
}
