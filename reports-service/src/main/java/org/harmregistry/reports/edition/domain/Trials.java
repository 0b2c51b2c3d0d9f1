package org.harmregistry.reports.edition.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.reports.definition.domain.DefinitionContent;
import org.harmregistry.reports.definition.domain.Definitions;
import org.harmregistry.reports.definition.domain.ReportPeriod;
import org.harmregistry.reports.definition.domain.ReportSchedule;
import org.harmregistry.reports.figure.Figure;
import org.harmregistry.reports.gate.Finding;
import org.harmregistry.reports.gate.GateExamination;
import org.harmregistry.reports.registry.RegistryClock;

import io.smallrye.mutiny.Uni;

/** Makes an edition as it would be now, examines it, and keeps nothing of it. */
@ApplicationScoped
public class Trials {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final UUID NOBODY = new UUID(0, 0);

    private final UnitOfWork unitOfWork;
    private final Definitions definitions;
    private final EditionCollection collection;
    private final GateExamination gate;
    private final RegistryClock registry;
    private final CostlyWork costly;
    private final JsonReading json;
    private final Clock clock;

    public Trials(UnitOfWork unitOfWork, Definitions definitions, EditionCollection collection, GateExamination gate,
            RegistryClock registry, CostlyWork costly, JsonReading json, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.definitions = definitions;
        this.collection = collection;
        this.gate = gate;
        this.registry = registry;
        this.costly = costly;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Which edition is tried.
     *
     * @param period key of a listed period; the period of the schedule's next firing, or the only one listed, if it is absent
     */
    public record Wanted(String period) {
    }

    /**
     * What would come out.
     *
     * @param period key of the period
     * @param asOf the instant that it is true of
     * @param digest digest over the figures
     * @param figures the figures
     * @param sections headings of its sections
     * @param findings what the gate finds in it
     */
    public record Trial(String period, Instant asOf, String digest, List<Figure> figures, List<String> sections,
            List<Finding> findings) {
    }

    public Uni<Trial> run(Caller caller, String slug, byte[] body) {
        return unitOfWork.run(session -> definitions.in(session, slug)).chain(definition -> {
            caller.require(Role.PUBLISHER);
            Wanted wanted = body == null || body.length == 0 ? new Wanted(null) : json.read(body, Wanted.class);
            DefinitionContent content = definition.content();
            ReportPeriod period = period(content, wanted.period());
            return costly.within(LIMIT, registry.settled().chain(asOf -> collection
                    .collect(NOBODY, content.languagesOrDefault().get(0), content, period, asOf)
                    .chain(document -> gate.examine(content, period, document, asOf)
                            .map(findings -> new Trial(period.key(), asOf,
                                    CanonicalJson.digest(json.tree(document.figures()).toString()), document.figures(),
                                    document.sections().stream().map(section -> section.heading()).toList(), findings)))));
        });
    }

    private ReportPeriod period(DefinitionContent content, String wanted) {
        if (wanted == null && content.schedule() != null) {
            ReportPeriod next = content.schedule().next(clock.instant()).map(ReportSchedule.Firing::period).orElse(null);
            if (next != null) {
                return next;
            }
        }
        return content.periods().stream()
                .filter(listed -> wanted == null ? content.periods().size() == 1 : listed.key().equals(wanted)).findFirst()
                .orElseThrow(() -> Failure.at(EditionFailure.PERIOD_UNKNOWN, "/period", "Name a period that the definition "
                        + "lists, by its key."));
    }
}
