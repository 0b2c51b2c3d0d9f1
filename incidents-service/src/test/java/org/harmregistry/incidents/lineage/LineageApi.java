package org.harmregistry.incidents.lineage;

import static org.harmregistry.incidents.incident.IncidentApi.INCIDENTS;
import static org.harmregistry.incidents.incident.IncidentApi.as;
import static org.harmregistry.incidents.incident.IncidentApi.body;
import static org.harmregistry.incidents.incident.IncidentApi.publicIncident;

import org.harmregistry.kit.testing.Tokens;

import io.restassured.response.Response;

/** Merges and splits as analysts do. */
public final class LineageApi {

    private LineageApi() {
    }

    public static String mergeBody(String into) {
        return "{\"into\":\"" + into + "\",\"reason\":\"same strike\"}";
    }

    public static Response merge(String token, String id, String tag, String body) {
        var call = as(token).contentType("application/json").body(body);
        return (tag == null ? call : call.header("If-Match", tag)).post(INCIDENTS + "/" + id + "/merge");
    }

    /** Merges one record into another, whatever version it is in. */
    public static Response merge(String id, String into) {
        return merge(Tokens.analyst(), id, tag(id), mergeBody(into));
    }

    public static Response split(String token, String id, String tag, String body) {
        var call = as(token).contentType("application/json").body(body);
        return (tag == null ? call : call.header("If-Match", tag)).post(INCIDENTS + "/" + id + "/split");
    }

    /** The tag by which an analyst knows a record now; some tag if it was merged. */
    public static String tag(String id) {
        String tag = as(Tokens.analyst()).redirects().follow(false).get(INCIDENTS + "/" + id).header("ETag");
        return tag == null ? "\"1.full\"" : tag;
    }

    public static String shown(String organisation) {
        return publicIncident(organisation, body(""));
    }
}
