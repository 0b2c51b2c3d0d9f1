package org.harmregistry.incidents.victim;

import static org.harmregistry.incidents.incident.IncidentApi.INCIDENTS;
import static org.harmregistry.incidents.incident.IncidentApi.MERGE_PATCH;
import static org.harmregistry.incidents.incident.IncidentApi.as;

import java.util.Arrays;

import io.restassured.response.Response;

/** Calls of the API about victims. All people in these tests are made up. */
public final class VictimApi {

    private VictimApi() {
    }

    public static String victims(String incident) {
        return INCIDENTS + "/" + incident + "/victims";
    }

    /** A body with a timeline of these states, and more members behind. */
    public static String person(String states, String members) {
        String timeline = String.join(",", Arrays.stream(states.split(" "))
                .map(state -> "{\"state\":\"" + state + "\"}").toList());
        return "{\"timeline\":[" + timeline + "]" + (members.isEmpty() ? "" : "," + members) + "}";
    }

    public static String named(String name) {
        return "\"names\":[{\"language\":\"en\",\"name\":\"" + name + "\"}]";
    }

    public static Response add(String token, String incident, String body) {
        return as(token).contentType("application/json").body(body).post(victims(incident));
    }

    public static Response patch(String token, String incident, String victim, String tag, String patch) {
        return as(token).contentType(MERGE_PATCH).header("If-Match", tag).body(patch).patch(victims(incident) + "/" + victim);
    }

    public static Response act(String token, String incident, String victim, String act, String tag) {
        return as(token).contentType("application/json").header("If-Match", tag).body("{\"reason\":\"the family asked\"}")
                .post(victims(incident) + "/" + victim + "/" + act);
    }
}
