package org.harmregistry.sources.testing;

import static io.restassured.RestAssured.given;
import static org.harmregistry.sources.testing.Requests.idOf;

import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.examination.domain.ExaminationJob;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** Attaches files and has them examined at once. */
public final class Examiner {

    private Examiner() {
    }

    /** Examines all that is due, what other tests have attached too. */
    public static void examine() {
        ExaminationJob job = Arc.container().instance(ExaminationJob.class).get();
        try {
            int done = VertxContextSupport.subscribeAndAwait(job::examineAll);
            while (done > 0) {
                done = VertxContextSupport.subscribeAndAwait(job::examineAll);
            }
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** The address of a file that was attached to a new source under its name, and examined. */
    public static String examined(String token, String name, byte[] file) {
        String address = attached(token, Files.source(), name, file);
        examine();
        return address;
    }

    public static String attached(String token, String source, String name, byte[] file) {
        Response made = Files.as(token).header("Content-Disposition", "attachment; filename=\"" + name + "\"").body(file)
                .post(source + "/attachments");
        return made.then().statusCode(201).extract().header("Location");
    }

    public static JsonPath read(String token, String address) {
        return given().auth().oauth2(token).get(address).then().statusCode(200).extract().jsonPath();
    }

    /** The address of the copy of that kind. */
    public static String copy(String token, String address, String derivation) {
        String collection = address.substring(0, address.lastIndexOf('/'));
        return read(token, collection).getList("items.findAll { it.derivation == '" + derivation + "' && it.derivedFrom == '"
                + idOf(address) + "' }.id", String.class).stream().map(id -> collection + "/" + id).findFirst().orElseThrow();
    }

    /** Posts a reason to a step of a working copy at its present version. */
    public static Response decide(String token, String address, String step) {
        String tag = given().auth().oauth2(Tokens.analyst()).get(address).header("ETag");
        return Requests.as(token).header("If-Match", tag).body("{\"reason\": \"checked by hand\"}").post(address + "/" + step);
    }
}
