package org.harmregistry.incidents.record;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What every request for a list of dated records may say, beside the conditions of its kind. */
public class ListRequest extends RecordRequest {

    @QueryParam("knownBy")
    @Parameter(description = ApiText.KNOWN_BY)
    String knownBy;

    Clocks clocks() {
        return Clocks.of(knownBy, asOf);
    }
}
