package org.harmregistry.incidents.count.api;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.incidents.count.domain.CountRule;
import org.harmregistry.incidents.count.domain.VagueNumber;
import org.harmregistry.incidents.count.domain.VagueNumbers;

/** The rule that derives numbers, and its codebook, for everybody to repeat it. */
@Path("/vocabularies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Counts")
public class CountRuleResource {

    /** The codebook. */
    @Schema(name = "VagueNumbers", description = "What vague words count as.")
    record Codebook(String name, String version, List<VagueNumber> items) {
    }

    /** The rules. */
    @Schema(name = "CountRules")
    record Rules(String name, List<Rule> items) {
    }

    /** One rule. */
    @Schema(name = "CountRule", description = "A rule as it is applied, in sentences.")
    record Rule(String rule, String codebook, List<String> text) {
    }

    @GET
    @Path("/vague_numbers")
    @PermitAll
    @Operation(operationId = "getVagueNumbers", summary = "Read the codebook of vague words")
    public Codebook vagueNumbers() {
        return new Codebook("vague_numbers", VagueNumbers.VERSION, VagueNumbers.ENTRIES);
    }

    @GET
    @Path("/count_rules")
    @PermitAll
    @Operation(operationId = "getCountRules", summary = "Read the rules by which numbers are derived")
    public Rules countRules() {
        return new Rules("count_rules", List.of(new Rule(CountRule.NAME, VagueNumbers.VERSION, CountRule.TEXT)));
    }
}
