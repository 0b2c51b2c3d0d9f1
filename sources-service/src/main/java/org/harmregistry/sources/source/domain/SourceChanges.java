package org.harmregistry.sources.source.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.history.Change;
import org.harmregistry.kit.http.Preconditions;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.idempotency.Idempotency;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.kit.problem.FailureKind;
import org.harmregistry.sources.archive.Archive;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Changes what the register says of a source, and where it stands. */
@ApplicationScoped
public class SourceChanges {

    private final UnitOfWork unitOfWork;
    private final Idempotency idempotency;
    private final Archive archive;
    private final Sources sources;
    private final FoundSources words;
    private final SourceRegister register;
    private final SourceJournal journal;
    private final Instance<SourceFollower> followers;
    private final Clock clock;

    public SourceChanges(UnitOfWork unitOfWork, Idempotency idempotency, Archive archive, Sources sources,
            FoundSources words, SourceRegister register, SourceJournal journal, Instance<SourceFollower> followers,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.idempotency = idempotency;
        this.archive = archive;
        this.sources = sources;
        this.words = words;
        this.register = register;
        this.journal = journal;
        this.followers = followers;
        this.clock = clock;
    }

    /**
     * Changes the content of a source. It is looked at twice: before the texts go into the archive, which is done outside of
     * any transaction, and again under lock when the change is written.
     *
     * @param patch makes the new draft of the source as it stands
     */
    public Uni<Source> change(Caller caller, UUID id, String ifMatch, Function<Source, SourceDraft> patch) {
        return unitOfWork.run(session -> sources.find(session, id, caller).map(found -> patched(caller, found, ifMatch, patch)))
                .chain(draft -> archive.store(draft.texts()))
                .chain(() -> unitOfWork.run(session -> sources.findForChange(session, id)
                        .chain(found -> write(session, caller, found, patched(caller, found, ifMatch, patch)))));
    }

    private static SourceDraft patched(Caller caller, Source found, String ifMatch, Function<Source, SourceDraft> patch) {
        Source source = SourceAccess.visible(found, caller);
        SourceAccess.requireChange(source, caller);
        String tag = SourceAccess.tag(source, caller);
        SourceDraft draft = preconditionBeforeRules(() -> patch.apply(source), ifMatch, tag);
        draft.requireTexts(source.texts());
        if (source.status() == SourceStatus.ACCEPTED) {
            requireAssessmentOf(source.content(), draft.content());
        }
        return draft;
    }

    private static void requireAssessmentOf(SourceContent present, SourceContent wanted) {
        requireSame(present.reliability(), wanted.reliability(), "/reliability");
        requireSame(present.credibility(), wanted.credibility(), "/credibility");
    }

    private static void requireSame(Object present, Object wanted, String pointer) {
        if (!Objects.equals(present, wanted)) {
            throw Failure.at(SourceFailure.REASON_REQUIRED, pointer, SourceFailure.REASON_REQUIRED.title() + ".");
        }
    }

    /** What is malformed is told before a precondition that fails, what is against a rule after it. */
    private static SourceDraft preconditionBeforeRules(Supplier<SourceDraft> patched, String ifMatch, String tag) {
        try {
            SourceDraft draft = patched.get();
            Preconditions.requireMatch(ifMatch, tag);
            return draft;
        } catch (Failure failure) {
            if (failure.code().kind().compareTo(FailureKind.PRECONDITION_FAILED) > 0) {
                Preconditions.requireMatch(ifMatch, tag);
            }
            throw failure;
        }
    }

    private Uni<Source> write(Mutiny.Session session, Caller caller, Source source, SourceDraft draft) {
        if (draft.content().equals(source.content())) {
            return Uni.createFrom().item(source);
        }
        boolean publicBefore = source.isPublic();
        if (source.publication() == Publication.PUBLIC) {
            source.requirePublishable(draft.content().kind(), now(), "/kind");
        }
        source.rewrite(draft.content(), now());
        return register.requireRepeated(session, caller, source)
                .chain(() -> sources.holdExternalIds(session, source))
                .chain(() -> words.keep(session, Map.of(source, draft.texts())))
                .chain(() -> journal.append(session, caller, List.of(journal.change(source, "changed", null, publicBefore))))
                .replaceWith(source);
    }

    /**
     * Moves a source on in its life.
     *
     * @param reason reads the reason out of the body; asked only once the caller was found to be allowed
     * @param answer makes the answer that a retry is given again
     */
    public Uni<Answer> step(IdempotentCall call, UUID id, String ifMatch, SourceStep step, Supplier<String> reason,
            Function<Source, Answer> answer) {
        return act(call, id, ifMatch, step.roles(), () -> new SourceAct(step.kind(), reason.get(), step::take), answer);
    }

    /** Assesses a source anew; the parameters as for {@link #step}. */
    public Uni<Answer> assess(IdempotentCall call, UUID id, String ifMatch, Supplier<Assessment> assessment,
            Function<Source, Answer> answer) {
        return act(call, id, ifMatch, new String[] { Role.ANALYST, Role.PUBLISHER }, () -> {
            Assessment wanted = assessment.get();
            return new SourceAct("assessed", wanted.reason(), (source, now) -> source
                    .rewrite(source.content().assessed(wanted.reliability(), wanted.credibility()), now));
        }, answer);
    }

    private Uni<Answer> act(IdempotentCall call, UUID id, String ifMatch, String[] roles, Supplier<SourceAct> act,
            Function<Source, Answer> answer) {
        Caller caller = call.caller();
        return unitOfWork.run(session -> sources.findForChange(session, id, caller).chain(found -> {
            Source source = SourceAccess.visible(found, caller);
            caller.require(roles);
            SourceAct wanted = act.get();
            return idempotency.once(session, call, () -> {
                Preconditions.requireMatch(ifMatch, SourceAccess.tag(source, caller));
                return take(session, caller, source, wanted).map(answer);
            });
        }));
    }

    private Uni<Source> take(Mutiny.Session session, Caller caller, Source source, SourceAct act) {
        boolean publicBefore = source.isPublic();
        act.effect().accept(source, now());
        Change change = journal.change(source, act.kind(), act.reason(), publicBefore);
        return journal.append(session, caller, List.of(change))
                .chain(() -> follow(session, caller, source, act.kind(), publicBefore))
                .replaceWith(source);
    }

    /** Lets follow what hangs on the source, if it has come into everybody's sight or left it. */
    Uni<Void> follow(Mutiny.Session session, Caller caller, Source source, String kind, boolean publicBefore) {
        Uni<Void> done = Uni.createFrom().voidItem();
        if (source.isPublic() == publicBefore) {
            return done;
        }
        for (SourceFollower follower : followers) {
            done = done.chain(() -> follower.follow(session, caller, source, kind, publicBefore));
        }
        return done;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
