package org.harmregistry.sources.upload.api;

import org.harmregistry.kit.http.StreamedBody;
import org.harmregistry.sources.upload.domain.IncomingBody;

import io.vertx.core.http.HttpServerRequest;

/** The body of a request as the domain takes it. */
final class Incoming {

    private Incoming() {
    }

    static IncomingBody of(HttpServerRequest request) {
        return new IncomingBody(StreamedBody.of(request), () -> request.connection().close());
    }
}
