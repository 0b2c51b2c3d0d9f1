package org.harmregistry.reports.gate;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.kit.http.Answers;
import org.harmregistry.kit.http.EntityTags;

/** The rules of the gate over HTTP: what is held back, and what is not, is no secret. */
@Path("/api/v1/editions/rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editions")
public class GateRuleResource {

    private final GateExamination gate;

    GateRuleResource(GateExamination gate) {
        this.gate = gate;
    }

    /**
     * @param name name and version
     * @param text what it looks for, what it does not, and who can override it
     */
    @Schema(name = "GateRule")
    public record RuleView(String name, String text) {
    }

    /** All rules. */
    @Schema(name = "GateRuleList")
    public record RuleList(List<RuleView> items) {
    }

    @GET
    @PermitAll
    @Operation(operationId = "listGateRules", summary = "Read the rules that each edition is examined by before it is out")
    @APIResponse(responseCode = "200", description = "The rules", content = @Content(schema = @Schema(implementation = RuleList.class)))
    @APIResponse(responseCode = "304", description = "You hold them")
    public Response list(@HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        List<RuleView> rules = gate.rules().stream().map(rule -> new RuleView(rule.name(), rule.text())).toList();
        return Answers.record(new RuleList(rules), EntityTags.ofList(rules.stream().map(RuleView::name)), ifNoneMatch);
    }
}
