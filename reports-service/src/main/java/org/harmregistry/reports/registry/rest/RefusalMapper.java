package org.harmregistry.reports.registry.rest;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** Tells a refusal (4xx but 429), and what is read elsewhere, from a neighbour in trouble. */
public class RefusalMapper implements ResponseExceptionMapper<NeighbourRefusal> {

    private static final int TOO_MANY_REQUESTS = 429;

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status == NeighbourRefusal.MOVED || status >= 400 && status < 500 && status != TOO_MANY_REQUESTS;
    }

    @Override
    public NeighbourRefusal toThrowable(Response response) {
        return new NeighbourRefusal(response.getStatus(), response.getLocation());
    }
}
