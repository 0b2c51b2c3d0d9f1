package org.harmregistry.incidents.ruling.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.incident.domain.Incident;
import org.harmregistry.incidents.incident.domain.IncidentFacts;
import org.harmregistry.incidents.incident.domain.IncidentPolicy;
import org.harmregistry.kit.http.Preconditions;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Proposing, confirming and reading rulings. Who writes has locked the incident, so rulings on it come one by one. */
@ApplicationScoped
public class Rulings {

    private final IncidentFacts incidents;
    private final RulingStore store;
    private final RulingJournal journal;
    private final Clock clock;

    public Rulings(IncidentFacts incidents, RulingStore store, RulingJournal journal, Clock clock) {
        this.incidents = incidents;
        this.store = store;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * The rulings of one kind that the caller may see, the first first.
     *
     * @param asOf as they stood at an effective instant; {@code null} for today
     */
    public Uni<List<SeenRuling>> list(Mutiny.Session session, Caller caller, String incident, RulingKind kind, Instant asOf) {
        return incidents.visible(session, caller, incident)
                .chain(found -> store.of(session, found.id(), kind).map(all -> seen(caller, found, at(all, asOf))));
    }

    private static List<Ruling> at(List<Ruling> rulings, Instant asOf) {
        if (asOf == null) {
            return rulings;
        }
        List<Ruling> then = rulings.stream().filter(ruling -> !ruling.proposedAt().isAfter(asOf)).toList();
        return then.stream().map(ruling -> ruling.at(asOf, ruling.number() == then.size())).toList();
    }

    private static List<SeenRuling> seen(Caller caller, Incident incident, List<Ruling> rulings) {
        boolean whole = readsWhole(caller, incident);
        return rulings.stream().filter(ruling -> whole || ruling.isConfirmed()).map(ruling -> new SeenRuling(ruling, whole))
                .toList();
    }

    private static boolean readsWhole(Caller caller, Incident incident) {
        return caller.readsAll() || caller.belongsTo(incident.organisation());
    }

    /** One ruling, if the caller may see it. Fails with 404 otherwise. */
    public Uni<SeenRuling> get(Mutiny.Session session, Caller caller, String incident, RulingKind kind, int number,
            Instant asOf) {
        return list(session, caller, incident, kind, asOf).map(seen -> seen.stream()
                .filter(each -> each.ruling().number() == number).findFirst()
                .orElseThrow(() -> Failure.of(CommonFailure.NOT_FOUND)));
    }

    /** The incident, locked, if the caller may rule on it. */
    public Uni<Incident> rulable(Mutiny.Session session, Caller caller, String incident) {
        return incidents.locked(session, caller, incident).invoke(() -> caller.require(Role.ANALYST));
    }

    /** Proposes a ruling on a locked incident; an earlier proposal that nobody confirmed is superseded. */
    public Uni<SeenRuling> propose(Mutiny.Session session, Caller caller, Incident locked, RulingKind kind,
            Proposal proposal) {
        IncidentPolicy.requireStanding(locked);
        return store.of(session, locked.id(), kind).chain(earlier -> {
            Ruling ruling = new Ruling(UuidVersion7Strategy.INSTANCE.generateUuid(null), locked.id(), kind,
                    earlier.size() + 1, proposal, caller.subject(), now(), null, true);
            return store.add(session, ruling).chain(() -> journal.append(session, caller, locked, ruling))
                    .replaceWith(new SeenRuling(ruling, true));
        });
    }

    /** Confirms a ruling, which then counts; the reason is read only once the caller may confirm. */
    public Uni<SeenRuling> confirm(Mutiny.Session session, Caller caller, String incident, RulingKind kind, int number,
            String ifMatch, Supplier<String> reason) {
        return incidents.locked(session, caller, incident).chain(locked -> store.of(session, locked.id(), kind)
                .map(all -> visible(caller, locked, all, number))
                .chain(ruling -> {
                    caller.require(Role.ANALYST);
                    String added = reason.get();
                    Preconditions.requireMatch(ifMatch, IncidentPolicy.viewFor(caller, locked).tagOf(locked));
                    IncidentPolicy.requireStanding(locked);
                    requireOpenTo(caller, ruling);
                    return settle(session, caller, locked,
                            ruling.confirmed(new Ruling.Confirmation(caller.subject(), now(), added)));
                }));
    }

    private static Ruling visible(Caller caller, Incident locked, List<Ruling> all, int number) {
        return seen(caller, locked, all).stream().map(SeenRuling::ruling).filter(ruling -> ruling.number() == number)
                .findFirst().orElseThrow(() -> Failure.of(CommonFailure.NOT_FOUND));
    }

    private static void requireOpenTo(Caller caller, Ruling ruling) {
        switch (ruling.state()) {
            case CONFIRMED -> throw Failure.of(RulingFailure.ALREADY_CONFIRMED);
            case SUPERSEDED -> throw Failure.of(RulingFailure.RULING_SUPERSEDED);
            default -> {
                if (ruling.proposedBy().equals(caller.subject())) {
                    throw Failure.of(RulingFailure.SECOND_PERSON_REQUIRED);
                }
            }
        }
    }

    private Uni<SeenRuling> settle(Mutiny.Session session, Caller caller, Incident locked, Ruling ruling) {
        return store.confirm(session, ruling)
                .chain(() -> journal.append(session, caller, locked, ruling))
                .chain(() -> incidents.register(session, caller, locked, ruling.kind().change(), ruling.proposal().reason(),
                        state -> ruling.kind().settle(state, ruling.proposal().value())))
                .replaceWith(new SeenRuling(ruling, true));
    }

    /** As exactly as PostgreSQL keeps it, so that a record reads the same before and after it was stored. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
