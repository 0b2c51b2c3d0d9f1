package org.harmregistry.reports.edition.domain;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.Caller;
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
import org.harmregistry.reports.inquiry.Inquiries;
import org.harmregistry.reports.inquiry.Inquiry;
import org.harmregistry.reports.inquiry.InquiryKind;
import org.harmregistry.reports.inquiry.InquiryWork;
import org.harmregistry.reports.registry.RegistryClock;

import io.smallrye.mutiny.Uni;

/** Makes an edition as it would be now, examines it, and keeps nothing of it. */
@ApplicationScoped
public class Trials implements InquiryWork {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final UUID NOBODY = new UUID(0, 0);

    private final UnitOfWork unitOfWork;
    private final Definitions definitions;
    private final EditionCollection collection;
    private final GateExamination gate;
    private final RegistryClock registry;
    private final CostlyWork costly;
    private final Inquiries inquiries;
    private final JsonReading json;
    private final Clock clock;

    public Trials(UnitOfWork unitOfWork, Definitions definitions, EditionCollection collection, GateExamination gate,
            RegistryClock registry, CostlyWork costly, Inquiries inquiries, JsonReading json, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.definitions = definitions;
        this.collection = collection;
        this.gate = gate;
        this.registry = registry;
        this.costly = costly;
        this.inquiries = inquiries;
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

    private record Prepared(DefinitionContent content, ReportPeriod period) {
    }

    public Uni<Trial> run(Caller caller, String slug, byte[] body) {
        return prepared(caller, slug, body).chain(prepared -> costly.within(LIMIT, make(prepared)));
    }

    /** Asks for a trial that nobody waits for. */
    public Uni<Answer> ask(Caller caller, String slug, byte[] body, String key, Function<Inquiry, Answer> answer) {
        IdempotentCall call = IdempotentCall.of(caller, "tryEdition " + slug, key, body);
        return prepared(caller, slug, body).chain(prepared -> inquiries.ask(new Inquiries.Question(InquiryKind.TRIAL, slug,
                json.tree(wanted(body)).toString(), call), answer));
    }

    @Override
    public InquiryKind kind() {
        return InquiryKind.TRIAL;
    }

    @Override
    public Uni<Trial> answer(String slug, String wanted) {
        return definitions.get(slug).map(definition -> prepared(definition.content(),
                wanted(wanted.getBytes(StandardCharsets.UTF_8)))).chain(this::make);
    }

    private Uni<Prepared> prepared(Caller caller, String slug, byte[] body) {
        return unitOfWork.run(session -> definitions.in(session, slug)).map(definition -> {
            InquiryKind.TRIAL.require(caller);
            return prepared(definition.content(), wanted(body));
        });
    }

    private Prepared prepared(DefinitionContent content, Wanted wanted) {
        return new Prepared(content, period(content, wanted.period()));
    }

    private Wanted wanted(byte[] body) {
        return body == null || body.length == 0 ? new Wanted(null) : json.read(body, Wanted.class);
    }

    private Uni<Trial> make(Prepared prepared) {
        DefinitionContent content = prepared.content();
        ReportPeriod period = prepared.period();
        return registry.settled().chain(asOf -> collection
                .collect(NOBODY, content.languagesOrDefault().get(0), content, period, asOf)
                .chain(document -> gate.examine(content, period, document, asOf)
                        .map(findings -> new Trial(period.key(), asOf,
                                CanonicalJson.digest(json.tree(document.figures()).toString()), document.figures(),
                                document.sections().stream().map(section -> section.heading()).toList(), findings))));
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
