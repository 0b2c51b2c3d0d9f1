package org.harmregistry.incidents.allegation.api;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.harmregistry.incidents.allegation.domain.Allegation;
import org.harmregistry.incidents.allegation.domain.AllegationExport;
import org.harmregistry.incidents.allegation.domain.AllegationFilter;
import org.harmregistry.incidents.allegation.domain.AllegationPolicy;
import org.harmregistry.incidents.allegation.domain.AllegationView;
import org.harmregistry.incidents.allegation.domain.TransitionContent;
import org.harmregistry.incidents.exchange.ExportAnswers;
import org.harmregistry.kit.export.ExportFormat;
import org.harmregistry.kit.identity.Caller;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;

/** Answers all allegations that match a filter, whole, in the format asked for. */
@ApplicationScoped
public class AllegationExports {

    private final AllegationExport allegations;
    private final ExportAnswers answers;
    private final ObjectMapper mapper;

    public AllegationExports(AllegationExport allegations, ExportAnswers answers, ObjectMapper mapper) {
        this.allegations = allegations;
        this.answers = answers;
        this.mapper = mapper;
    }

    /** One row: the allegation, and beside what its path makes of it the path itself. */
    private record ExportedAllegation(@JsonUnwrapped AllegationResponse allegation, List<TransitionContent> transitions) {
    }

    Uni<Response> answer(Caller caller, AllegationFilter filter, Instant asked, ExportFormat format, String ifNoneMatch) {
        return answers.answer(asked, ifNoneMatch, asOf -> Uni.createFrom().item(allegations.of(caller, filter, asOf,
                format, (allegation, transitions) -> json(caller, allegation, transitions))));
    }

    private String json(Caller caller, Allegation allegation, List<TransitionContent> transitions) {
        AllegationView view = AllegationPolicy.viewFor(caller, allegation);
        try {
            return mapper.writeValueAsString(new ExportedAllegation(AllegationResponse.of(allegation, view, null),
                    transitions.stream().map(view::show).toList()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
