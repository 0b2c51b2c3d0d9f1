package org.harmregistry.incidents.vocabulary;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.incidents.record.ApiText;
import org.harmregistry.kit.http.Answers;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import io.quarkus.vertx.http.Compressed;

/** Vocabularies. They are part of a release and the same for everybody. */
@Path("/vocabularies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "vocabularies", description = "Lists of terms, with labels in English and Arabic and matches in the lists of others. Public to read.")
public class VocabularyResource {

    /** A release changes them, so that an answer an hour old does no harm. */
    private static final String FOR_AN_HOUR = "public, max-age=3600";

    private final Vocabularies vocabularies;

    public VocabularyResource(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
    }

    @GET
    @Compressed
    @PermitAll
    @Operation(operationId = "listVocabularies", summary = "List the vocabularies, without their terms")
    @APIResponse(responseCode = "200", description = "All vocabularies", content = @Content(schema = @Schema(implementation = VocabularyList.class)))
    @APIResponse(responseCode = "304", description = ApiText.NOT_MODIFIED)
    public Response list(@Parameter(description = ApiText.IF_NONE_MATCH) @HeaderParam("If-None-Match") String ifNoneMatch) {
        return cacheable(Answers.record(VocabularyList.of(vocabularies.all()), vocabularies.tag(), ifNoneMatch));
    }

    @GET
    @Path("/{name}")
    @PermitAll
    @Operation(operationId = "readVocabulary", summary = "Read a vocabulary with its terms")
    @APIResponse(responseCode = "200", description = "The vocabulary", content = @Content(schema = @Schema(implementation = Vocabulary.class)))
    @APIResponse(responseCode = "304", description = ApiText.NOT_MODIFIED)
    public Response read(@PathParam("name") String name,
            @Parameter(description = ApiText.IF_NONE_MATCH) @HeaderParam("If-None-Match") String ifNoneMatch) {
        Vocabularies.Kept kept = vocabularies.find(name).orElseThrow(() -> Failure.of(CommonFailure.NOT_FOUND));
        return cacheable(Answers.record(kept.vocabulary(), kept.tag(), ifNoneMatch));
    }

    private static Response cacheable(Response answer) {
        answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, FOR_AN_HOUR);
        return answer;
    }
}
