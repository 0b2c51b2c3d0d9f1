package org.harmregistry.incidents.duplicate.domain;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.incident.domain.Incident;
import org.harmregistry.incidents.incident.domain.IncidentContent;
import org.harmregistry.incidents.incident.domain.IncidentFacts;
import org.harmregistry.incidents.incident.domain.IncidentPolicy;
import org.harmregistry.incidents.incident.domain.IncidentView;
import org.harmregistry.incidents.incident.domain.Reason;
import org.harmregistry.incidents.victim.domain.Victims;
import org.harmregistry.kit.history.Change;
import org.harmregistry.kit.history.History;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Finds records that may be of one incident, and keeps what people found of pairs. It merges nothing. */
@ApplicationScoped
public class Duplicates {

    public static final String DISMISSALS = "duplicate-dismissals";

    /** So many records are compared for one question, and no more. */
    static final int MOST = 300;

    private final IncidentFacts incidents;
    private final CandidateStore store;
    private final Victims victims;
    private final DuplicateRule rule;
    private final History history;
    private final JsonReading json;
    private final Clock clock;

    public Duplicates(IncidentFacts incidents, CandidateStore store, Victims victims, DuplicateRule rule, History history,
            JsonReading json, Clock clock) {
        this.incidents = incidents;
        this.store = store;
        this.victims = victims;
        this.rule = rule;
        this.history = history;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Reads what is to be compared. Fails with 404 if the caller may not see the record, with 403 if it is neither its own nor
     * does the caller read all, with 409 {@code merged} if another record speaks for it.
     */
    public Uni<Comparisons> gather(Mutiny.Session session, Caller caller, String idOrCode) {
        return incidents.visible(session, caller, idOrCode).chain(incident -> {
            if (!caller.readsAll() && !caller.belongsTo(incident.organisation())) {
                throw Failure.of(CommonFailure.FORBIDDEN,
                        "Duplicates are named to analysts and the record's own organisation.");
            }
            IncidentPolicy.requireNotMerged(incident);
            Neighbourhood around = Neighbourhood.of(compared(caller, incident, Map.of()));
            return store.around(session, caller, around, MOST + 1)
                    .chain(found -> gather(session, caller, incident, found));
        });
    }

    private Uni<Comparisons> gather(Mutiny.Session session, Caller caller, Incident incident, List<Incident> found) {
        List<UUID> ids = Stream.concat(Stream.of(incident), found.stream()).map(Incident::id).toList();
        return victims.namesOf(session, caller, ids).chain(names -> store.dismissalsOf(session, incident.id())
                .map(dismissals -> new Comparisons(caller, incident, found, names, dismissals)));
    }

    private ComparedIncident compared(Caller caller, Incident incident, Map<UUID, List<List<String>>> names) {
        IncidentContent content = incidents.stateOf(incident).content();
        boolean everybody = IncidentPolicy.viewFor(caller, incident) == IncidentView.PUBLIC;
        return new ComparedIncident(incident.id(), incident.code(), everybody ? content.forEverybody() : content,
                everybody && content.dataset() == null,
                names.getOrDefault(incident.id(), List.of()).stream().map(NamedVictim::new).toList());
    }

    /** Scores what was gathered. It computes, so it is to be called on a worker thread and outside any session. */
    public DuplicateList score(Comparisons comparisons, boolean alsoDismissed, int limit) {
        List<Duplicate> likely = new ArrayList<>();
        ComparedIncident incident = compared(comparisons.caller(), comparisons.incident(), comparisons.names());
        comparisons.candidates().stream().limit(MOST).forEach(found -> {
            Dismissal dismissal = comparisons.dismissals().get(found.id());
            if (alsoDismissed || dismissal == null) {
                ComparedIncident candidate = compared(comparisons.caller(), found, comparisons.names());
                likely.add(new Duplicate(candidate, rule.score(incident, candidate), dismissal));
            }
        });
        List<Duplicate> items = likely.stream().filter(duplicate -> duplicate.score().score() >= DuplicateRule.LEAST)
                .sorted(Comparator.comparingDouble((Duplicate duplicate) -> -duplicate.score().score())
                        .thenComparing(duplicate -> duplicate.candidate().id().toString()))
                .limit(limit).toList();
        int compared = Math.min(MOST, comparisons.candidates().size());
        return new DuplicateList(items, compared, comparisons.candidates().size() <= MOST);
    }

    /** Remembers that an analyst found two records not to be one incident. */
    public Uni<Dismissal> dismiss(Mutiny.Session session, Caller caller, String idOrCode, String otherIdOrCode,
            Supplier<Reason> reason) {
        return incidents.visible(session, caller, idOrCode)
                .chain(one -> incidents.visible(session, caller, otherIdOrCode).chain(other -> {
                    caller.require(Role.ANALYST);
                    String why = reason.get().reason();
                    if (one.id().equals(other.id())) {
                        throw Failure.of(DuplicateFailure.SAME_RECORD);
                    }
                    IncidentPolicy.requireNotMerged(one);
                    IncidentPolicy.requireNotMerged(other);
                    return add(session, caller, new Dismissal(UuidVersion7Strategy.INSTANCE.generateUuid(null),
                            RecordPair.of(one.id(), other.id()), why, caller.subject(),
                            clock.instant().truncatedTo(ChronoUnit.MICROS)));
                }));
    }

    private Uni<Dismissal> add(Mutiny.Session session, Caller caller, Dismissal dismissal) {
        Change change = new Change(DISMISSALS, dismissal.id(), 1, "created", dismissal.reason(), dismissal.dismissedAt(),
                json.tree(dismissal), false, false, caller.organisation());
        return store.add(session, dismissal).chain(() -> history.append(session, caller, List.of(change)))
                .replaceWith(dismissal);
    }
}
