package org.harmregistry.incidents.allegation.api;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.harmregistry.incidents.allegation.domain.AllegationChannel;
import org.harmregistry.incidents.allegation.domain.AllegationFilter;
import org.harmregistry.incidents.allegation.domain.AllegationState;
import org.harmregistry.incidents.incident.domain.Publication;
import org.harmregistry.incidents.record.Fields;
import org.harmregistry.incidents.record.Terms;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/** Which allegations are asked for, as the parameters came. */
public class AllegationParameters {

    @QueryParam("incident")
    @Parameter(description = "Only those about this incident, by id")
    String incident;

    @QueryParam("party")
    @Parameter(description = "Only those made to this party, by slug")
    String party;

    @QueryParam("state")
    @Parameter(description = "Only those in this state", schema = @Schema(implementation = AllegationState.class))
    String state;

    @QueryParam("channel")
    @Parameter(description = "Only those that reached the party this way", schema = @Schema(implementation = AllegationChannel.class))
    String channel;

    @QueryParam("from")
    @Parameter(description = "Received on this day or later", example = "2017-06-01")
    String from;

    @QueryParam("to")
    @Parameter(description = "Received on this day or earlier", example = "2017-10-31")
    String to;

    @QueryParam("reference")
    @Parameter(description = "Only those with this reference of the party's, exactly")
    String reference;

    @QueryParam("publication")
    @Parameter(description = "Only withheld or only public ones", schema = @Schema(implementation = Publication.class))
    String publication;

    /** @throws Failure 400 {@code invalid_parameter}, 422 {@code range_inverted} */
    AllegationFilter filter() {
        LocalDate first = day("from", from);
        LocalDate last = day("to", to);
        if (first != null && last != null && last.isBefore(first)) {
            throw Failure.atParameter(CommonFailure.RANGE_INVERTED, "to", "to is before from.");
        }
        return new AllegationFilter(id(incident), party, Terms.parameter(AllegationState.class, "state", state),
                Terms.parameter(AllegationChannel.class, "channel", channel), first, last, reference,
                Terms.parameter(Publication.class, "publication", publication));
    }

    private static UUID id(String text) {
        if (text == null) {
            return null;
        }
        if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            throw Failure.atParameter(CommonFailure.INVALID_PARAMETER, "incident", "incident is an id, a UUID.");
        }
        return UUID.fromString(text);
    }

    private static LocalDate day(String name, String text) {
        if (text == null) {
            return null;
        }
        try {
            return Fields.day(LocalDate.parse(text), "");
        } catch (RuntimeException e) {
            throw Failure.atParameter(CommonFailure.INVALID_PARAMETER, name, name + " is a date, YYYY-MM-DD.");
        }
    }
}
