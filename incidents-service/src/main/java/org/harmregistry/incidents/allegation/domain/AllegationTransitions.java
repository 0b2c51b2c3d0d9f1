package org.harmregistry.incidents.allegation.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.incident.domain.Reason;
import org.harmregistry.kit.http.Preconditions;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Recording what a party made of an allegation, and correcting what was recorded of it. */
@ApplicationScoped
public class AllegationTransitions {

    private final AllegationStore store;
    private final AllegationWriting writing;
    private final Duplicates duplicates;

    public AllegationTransitions(AllegationStore store, AllegationWriting writing, Duplicates duplicates) {
        this.store = store;
        this.writing = writing;
        this.duplicates = duplicates;
    }

    /** What one act adds, and where each new entry stands in the request. */
    private record Addition(String kind, List<RecordedTransition> entries, Map<Integer, String> pointers) {
    }

    /** What one act makes of the entries that there are. */
    private interface Act {

        Addition on(List<RecordedTransition> entries, Instant now);
    }

    /** What is recorded of a visible allegation's transitions, as of an instant or today. */
    public Uni<TransitionRecord> list(Mutiny.Session session, Caller caller, UUID id, Instant asOf) {
        return (asOf == null ? store.find(session, id) : store.find(session, id, asOf))
                .map(found -> AllegationPolicy.requireVisible(caller, found))
                .chain(found -> store.transitions(session, id, asOf).map(entries -> TransitionRecord.of(found, entries)));
    }

    /** Records a transition, in whatever order it comes to be known. */
    public Uni<TransitionRecord> record(Mutiny.Session session, Caller caller, UUID id, String ifMatch,
            Supplier<TransitionContent> body) {
        return act(session, caller, id, ifMatch, () -> {
            TransitionContent content = body.get();
            return adding(List.of(content), List.of(""));
        });
    }

    /** Records several at once, which need to make a legal path only together. */
    public Uni<TransitionRecord> recordSeries(Mutiny.Session session, Caller caller, UUID id, String ifMatch,
            Supplier<TransitionSeries> body) {
        return act(session, caller, id, ifMatch, () -> {
            List<TransitionContent> contents = body.get().transitions();
            List<String> pointers = new ArrayList<>();
            contents.forEach(content -> pointers.add("/transitions/" + pointers.size()));
            return adding(contents, pointers);
        });
    }

    /** Puts another entry in the place of one that stands. */
    public Uni<TransitionRecord> correct(Mutiny.Session session, Caller caller, UUID id, int number, String ifMatch,
            Supplier<TransitionCorrection> body) {
        return act(session, caller, id, ifMatch, () -> {
            TransitionCorrection correction = body.get();
            return (entries, now) -> {
                correction.check();
                requirePast(correction.transition(), "/transition");
                return superseding(entries, number, "transition_corrected", correction.transition(), correction.reason(), now);
            };
        });
    }

    /** Takes an entry back that never should have been made. */
    public Uni<TransitionRecord> withdraw(Mutiny.Session session, Caller caller, UUID id, int number, String ifMatch,
            Supplier<Reason> body) {
        return act(session, caller, id, ifMatch, () -> {
            Reason reason = body.get();
            return (entries, now) -> superseding(entries, number, "transition_withdrawn", null, reason.reason(), now);
        });
    }

    private Uni<TransitionRecord> act(Mutiny.Session session, Caller caller, UUID id, String ifMatch, Supplier<Act> reading) {
        return store.findLocked(session, id).chain(found -> {
            Allegation before = AllegationPolicy.requireVisible(caller, found);
            caller.require(Role.ANALYST);
            Act act = reading.get();
            Preconditions.requireMatch(ifMatch, AllegationPolicy.tagFor(caller, before));
            return store.transitions(session, id, null)
                    .chain(entries -> follow(session, caller, before, entries, act.on(entries, writing.now())));
        });
    }

    private Uni<TransitionRecord> follow(Mutiny.Session session, Caller caller, Allegation before,
            List<RecordedTransition> entries, Addition addition) {
        List<RecordedTransition> all = new ArrayList<>(entries);
        addition.entries().forEach(added -> all.add(added.by(caller.subject())));
        TransitionPath path = TransitionPath.of(all);
        path.requireLegal(addition.pointers());
        Allegation after = before.follow(path, addition.entries().get(0).recordedAt());
        return duplicates.check(session, caller, after, addition.entries(), addition.pointers())
                .chain(() -> writing.follow(session, caller, before, after, all.subList(entries.size(), all.size()), path,
                        addition.kind()))
                .map(written -> TransitionRecord.of(written, all));
    }

    private Act adding(List<TransitionContent> contents, List<String> pointers) {
        return (entries, now) -> {
            List<RecordedTransition> added = new ArrayList<>();
            Map<Integer, String> at = new HashMap<>();
            for (int i = 0; i < contents.size(); i++) {
                contents.get(i).check(pointers.get(i));
                requirePast(contents.get(i), pointers.get(i));
                int number = entries.size() + i + 1;
                added.add(new RecordedTransition(number, number, contents.get(i), null, now, null));
                at.put(number, pointers.get(i));
            }
            return new Addition("transition_recorded", added, at);
        };
    }

    private Addition superseding(List<RecordedTransition> entries, int number, String kind, TransitionContent content,
            String reason, Instant now) {
        if (number > entries.size()) {
            throw Failure.of(CommonFailure.NOT_FOUND);
        }
        RecordedTransition corrected = entries.get(number - 1);
        if (corrected.transition() == null
                || entries.stream().anyMatch(later -> later.root() == corrected.root() && later.number() > number)) {
            throw Failure.of(AllegationFailure.TRANSITION_SUPERSEDED);
        }
        int next = entries.size() + 1;
        return new Addition(kind,
                List.of(new RecordedTransition(next, corrected.root(), content, reason, now, null)),
                Map.of(next, "/transition"));
    }

    private void requirePast(TransitionContent content, String pointer) {
        writing.requirePast(content.on(), pointer + "/on");
        writing.requirePast(content.publishedOn(), pointer + "/publishedOn");
    }
}
