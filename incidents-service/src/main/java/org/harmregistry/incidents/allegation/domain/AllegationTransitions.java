package org.harmregistry.incidents.allegation.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
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

    /** What one act adds. */
    private record Addition(String kind, AddedTransitions added) {
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
            return (entries, now) -> recorded(caller, List.of(content), AddedTransitions.ONE, entries.size(), now);
        });
    }

    /** Records several at once, which need to make a legal path only together. */
    public Uni<TransitionRecord> recordSeries(Mutiny.Session session, Caller caller, UUID id, String ifMatch,
            Supplier<TransitionSeries> body) {
        return act(session, caller, id, ifMatch, () -> {
            List<TransitionContent> contents = body.get().transitions();
            return (entries, now) -> recorded(caller, contents, AddedTransitions.SEVERAL, entries.size(), now);
        });
    }

    /** Records several of an allegation that is locked. */
    Uni<TransitionRecord> record(Mutiny.Session session, Caller caller, TransitionRecord before,
            List<TransitionContent> contents) {
        List<RecordedTransition> entries = before.entries();
        return follow(session, caller, before.allegation(), entries,
                recorded(caller, contents, AddedTransitions.SEVERAL, entries.size(), writing.now()));
    }

    /** Puts another entry in the place of one that stands. */
    public Uni<TransitionRecord> correct(Mutiny.Session session, Caller caller, UUID id, int number, String ifMatch,
            Supplier<TransitionCorrection> body) {
        return act(session, caller, id, ifMatch, () -> {
            TransitionCorrection correction = body.get();
            return (entries, now) -> {
                correction.check();
                requirePast(correction.transition(), "/transition");
                return superseding(caller, entries, number, "transition_corrected", correction.transition(),
                        correction.reason(), now);
            };
        });
    }

    /** Takes an entry back that never should have been made. */
    public Uni<TransitionRecord> withdraw(Mutiny.Session session, Caller caller, UUID id, int number, String ifMatch,
            Supplier<Reason> body) {
        return act(session, caller, id, ifMatch, () -> {
            Reason reason = body.get();
            return (entries, now) -> superseding(caller, entries, number, "transition_withdrawn", null, reason.reason(), now);
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
        List<RecordedTransition> added = addition.added().entries();
        List<RecordedTransition> all = new ArrayList<>(entries);
        all.addAll(added);
        TransitionPath path = TransitionPath.of(all);
        path.requireLegal(addition.added().pointers());
        Allegation after = before.follow(path, added.get(0).recordedAt());
        return duplicates.check(session, caller, after, added, addition.added().pointers())
                .chain(() -> writing.follow(session, caller, before, after, added, path, addition.kind()))
                .map(written -> TransitionRecord.of(written, all));
    }

    private Addition recorded(Caller caller, List<TransitionContent> contents, IntFunction<String> pointers, int behind,
            Instant now) {
        return new Addition("transition_recorded", added(caller, contents, pointers, behind, now));
    }

    /**
     * New entries behind those that there are, each held to its own rules.
     *
     * @param pointers where in the request each content stands, by its index
     * @param behind how many entries there are
     */
    AddedTransitions added(Caller caller, List<TransitionContent> contents, IntFunction<String> pointers, int behind,
            Instant now) {
        List<RecordedTransition> added = new ArrayList<>();
        Map<Integer, String> at = new HashMap<>();
        for (int i = 0; i < contents.size(); i++) {
            contents.get(i).check(pointers.apply(i));
            requirePast(contents.get(i), pointers.apply(i));
            int number = behind + i + 1;
            added.add(new RecordedTransition(number, number, contents.get(i), null, now, caller.subject()));
            at.put(number, pointers.apply(i));
        }
        return new AddedTransitions(added, at);
    }

    private static Addition superseding(Caller caller, List<RecordedTransition> entries, int number, String kind,
            TransitionContent content, String reason, Instant now) {
        if (number > entries.size()) {
            throw Failure.of(CommonFailure.NOT_FOUND);
        }
        RecordedTransition corrected = entries.get(number - 1);
        if (corrected.transition() == null
                || entries.stream().anyMatch(later -> later.root() == corrected.root() && later.number() > number)) {
            throw Failure.of(AllegationFailure.TRANSITION_SUPERSEDED);
        }
        int next = entries.size() + 1;
        RecordedTransition entry = new RecordedTransition(next, corrected.root(), content, reason, now, caller.subject());
        return new Addition(kind, new AddedTransitions(List.of(entry), Map.of(next, "/transition")));
    }

    private void requirePast(TransitionContent content, String pointer) {
        writing.requirePast(content.on(), pointer + "/on");
        writing.requirePast(content.publishedOn(), pointer + "/publishedOn");
    }
}
