package org.harmregistry.reports.edition.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.idempotency.Idempotency;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.reports.definition.domain.Definitions;
import org.harmregistry.reports.document.Section;
import org.harmregistry.reports.registry.IncidentCatalog;
import org.harmregistry.reports.registry.Party;
import org.harmregistry.reports.registry.ReadingInstant;
import org.harmregistry.reports.reply.Question;
import org.harmregistry.reports.reply.Replies;
import org.harmregistry.reports.reply.Reply;
import org.harmregistry.reports.reply.ReplyContent;
import org.harmregistry.reports.reply.ReplySection;
import org.harmregistry.reports.wording.Wordings;

import io.smallrye.mutiny.Uni;

/** The right of reply of an edition: the section that it is made with, and what is said to it once it is out. */
@ApplicationScoped
public class EditionReplies {

    private final UnitOfWork unitOfWork;
    private final EditionStore store;
    private final Definitions definitions;
    private final Replies replies;
    private final IncidentCatalog incidents;
    private final Idempotency idempotency;
    private final Wordings wordings;
    private final JsonReading json;
    private final Clock clock;

    public EditionReplies(UnitOfWork unitOfWork, EditionStore store, Definitions definitions, Replies replies,
            IncidentCatalog incidents, Idempotency idempotency, Wordings wordings, JsonReading json, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.definitions = definitions;
        this.replies = replies;
        this.incidents = incidents;
        this.idempotency = idempotency;
        this.wordings = wordings;
        this.json = json;
        this.clock = clock;
    }

    private record Asked(List<Question> questions, List<Reply> answers) {
    }

    /** The section for an edition that is being made, by language; no section where nobody was asked. */
    Uni<Map<String, List<Section>>> section(Edition edition, List<String> languages, Instant asOf) {
        return unitOfWork.run(session -> replies.shown(session, edition.report(), edition.period().key(), asOf)
                .chain(questions -> replies.to(session, questions).map(answers -> new Asked(questions, answers))))
                .chain(asked -> asked.questions().isEmpty() ? Uni.createFrom().item(Map.of())
                        : ReadingInstant.within(asOf, incidents.parties()).map(parties -> languages.stream()
                                .collect(Collectors.toMap(language -> language,
                                        language -> List.of(section(asked, parties, language, asOf))))));
    }

    private Section section(Asked asked, List<Party> parties, String language, Instant asOf) {
        return new ReplySection(wordings.in(language), asOf, parties.stream()
                .collect(Collectors.toMap(Party::slug, party -> party.nameIn(language), (one, other) -> one)))
                .write(asked.questions(), asked.answers());
    }

    /** The replies to an edition and to the questions that it shows, the first first. */
    public Uni<List<Reply>> of(Caller caller, UUID id) {
        return unitOfWork.run(session -> store.find(session, id).chain(found -> {
            Edition edition = open(caller, found);
            if (edition.effectiveAt() == null) {
                return Uni.createFrom().item(List.of());
            }
            return replies.shown(session, edition.report(), edition.period().key(), edition.effectiveAt())
                    .chain(shown -> replies.on(session, caller, edition.id(), shown));
        }));
    }

    /** Questions that an edition shows as open, and whose day is over by now without any answer. */
    public Uni<List<Question>> unanswered(Edition edition) {
        LocalDate today = day(clock.instant());
        LocalDate then = day(edition.effectiveAt());
        return unitOfWork.run(session -> replies.shown(session, edition.report(), edition.period().key(),
                edition.effectiveAt()).chain(
                        shown -> replies.to(session, shown).map(answers -> shown.stream()
                                .filter(question -> today.isAfter(question.dueOn()) && !then.isAfter(question.dueOn()))
                                .filter(question -> answers.stream()
                                        .noneMatch(answer -> question.id().equals(answer.questionId())))
                                .toList())));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    /** Takes a reply to an edition that is out in. */
    public Uni<Answer> take(Caller caller, UUID id, byte[] body, String key, Function<Reply, Answer> answer) {
        return unitOfWork.run(session -> store.find(session, id).chain(found -> {
            Edition edition = open(caller, found);
            caller.require(Role.PARTY, Role.PUBLISHER);
            ReplyContent content = json.read(body, ReplyContent.class);
            if (!edition.status().isPublic()) {
                throw Failure.of(CommonFailure.CONFLICT_WITH_STATE, "The edition is not out: answer the question itself.");
            }
            return idempotency.once(session, IdempotentCall.of(caller, "replyToEdition " + id, key, body),
                    () -> definitions.in(session, edition.report()).chain(definition -> replies.answer(session, caller,
                            new Reply.About(definition.id(), edition.report(), null, id,
                                    definition.content().filterOrNone().party(), edition.organisation()),
                            content))
                            .map(answer));
        }));
    }

    private static Edition open(Caller caller, Edition found) {
        Edition edition = Editions.visible(caller, found);
        if (edition.status() == EditionStatus.WITHDRAWN && !caller.readsAll()) {
            throw Editions.withdrawn(edition);
        }
        return edition;
    }
}
