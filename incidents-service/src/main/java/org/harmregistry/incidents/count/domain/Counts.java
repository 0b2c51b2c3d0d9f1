package org.harmregistry.incidents.count.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.incident.domain.Casualties;
import org.harmregistry.incidents.incident.domain.CountBasis;
import org.harmregistry.incidents.incident.domain.Incident;
import org.harmregistry.incidents.incident.domain.IncidentContent;
import org.harmregistry.incidents.incident.domain.IncidentFacts;
import org.harmregistry.incidents.incident.domain.IncidentPolicy;
import org.harmregistry.incidents.incident.domain.ShownIncident;
import org.harmregistry.incidents.victim.domain.Victims;
import org.harmregistry.kit.http.Preconditions;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Reads, derives and sets the numbers of an incident. */
@ApplicationScoped
public class Counts {

    private final IncidentFacts incidents;
    private final Victims victims;
    private final CountStore store;
    private final Clock clock;

    public Counts(IncidentFacts incidents, Victims victims, CountStore store, Clock clock) {
        this.incidents = incidents;
        this.victims = victims;
        this.store = store;
        this.clock = clock;
    }

    /** The numbers of an incident that the caller may see, without what the sources have to say. */
    public Uni<CurrentCounts> get(Mutiny.Session session, Caller caller, String incident) {
        return incidents.visible(session, caller, incident).chain(found -> store.latest(session, found.id(), null)
                .map(act -> current(caller, found, act)));
    }

    /** The same as of an effective instant; what the incident was then comes from its own past. */
    public Uni<CurrentCounts> get(Mutiny.Session session, Caller caller, ShownIncident then, Instant asOf) {
        IncidentContent content = incidents.contentOf(then);
        return store.latest(session, then.id(), asOf)
                .map(act -> CurrentCounts.of(then.id(), then.tag(), act == null ? content.killed() : act.killed(),
                        act == null ? content.injured() : act.injured(), act, caller.readsAll()));
    }

    private CurrentCounts current(Caller caller, Incident incident, CountAct act) {
        IncidentContent content = incidents.stateOf(incident).content();
        return CurrentCounts.of(incident.id(), tag(caller, incident), content.killed(), content.injured(), act,
                caller.readsAll());
    }

    /** The incident, if the caller may settle its numbers. */
    public Uni<Incident> countable(Mutiny.Session session, Caller caller, String incident) {
        return incidents.visible(session, caller, incident).invoke(() -> caller.require(Role.ANALYST));
    }

    /** The incident and those that were merged into it: sources cite each under the id that it had. */
    public List<UUID> spokenFor(Incident incident) {
        return Stream.concat(Stream.of(incident.id()), incidents.stateOf(incident).facts().lineage().mergedFrom().stream())
                .toList();
    }

    /** The same, locked, not merged or withdrawn, and in the version that the caller knows. */
    public Uni<Incident> settleable(Mutiny.Session session, Caller caller, String incident, String ifMatch) {
        return incidents.locked(session, caller, incident).invoke(locked -> {
            caller.require(Role.ANALYST);
            Preconditions.requireMatch(ifMatch, tag(caller, locked));
            IncidentPolicy.requireStanding(locked);
        });
    }

    private static String tag(Caller caller, Incident incident) {
        return IncidentPolicy.viewFor(caller, incident).tagOf(incident);
    }

    /** Derives the numbers of a locked incident from claims and from its recorded victims. */
    public Uni<CurrentCounts> derive(Mutiny.Session session, Caller caller, Incident locked, List<Claim> claims,
            String reason) {
        return victims.counted(session, locked)
                .map(persons -> CountRule.derive(claims, persons.stream().map(KnownVictim::of).toList()))
                .invoke(derivation -> {
                    if (derivation.saysNothing()) {
                        throw Failure.of(CountFailure.NOTHING_TO_DERIVE_FROM);
                    }
                })
                .chain(derivation -> recorded(session, caller, locked).chain(before -> settle(session, caller, locked,
                        number -> new CountAct(locked.id(), number, CountKind.DERIVED, CountRule.NAME,
                                over(before.killed(), derivation.killed()), over(before.injured(), derivation.injured()),
                                derivation.claims(), derivation.victims(), reason, caller.subject(), now()))))
                .map(current -> current.with(claims));
    }

    /** Sets the numbers of a locked incident by hand. */
    public Uni<CurrentCounts> set(Mutiny.Session session, Caller caller, Incident locked, CountByHand count) {
        IncidentContent content = incidents.stateOf(locked).content();
        Casualties killed = count.killed() == null ? content.killed() : count.killed();
        Casualties injured = count.injured() == null ? content.injured() : count.injured();
        return recorded(session, caller, locked).chain(before -> settle(session, caller, locked,
                number -> new CountAct(locked.id(), number, CountKind.SET_BY_HAND, null, killed, injured, null, null,
                        count.reason(), caller.subject(), now())));
    }

    /** The numbers as recorded; kept before the first act, because every derivation begins from them. */
    private Uni<CountAct> recorded(Mutiny.Session session, Caller caller, Incident locked) {
        return store.recorded(session, locked.id()).chain(found -> {
            if (found != null) {
                return Uni.createFrom().item(found);
            }
            IncidentContent content = incidents.stateOf(locked).content();
            CountAct act = new CountAct(locked.id(), 0, CountKind.RECORDED, null, content.killed(), content.injured(), null,
                    null, null, caller.subject(), now());
            return store.add(session, act).replaceWith(act);
        });
    }

    /** Makes an act of a number. */
    private interface Numbered {
        CountAct with(int number);
    }

    private Uni<CurrentCounts> settle(Mutiny.Session session, Caller caller, Incident locked, Numbered numbered) {
        return store.latest(session, locked.id(), null).chain(last -> {
            CountAct act = numbered.with(last.number() + 1);
            CountBasis basis = new CountBasis(act.kind().term(), act.rule(), act.at());
            String kind = act.kind() == CountKind.DERIVED ? "counts_derived" : "counts_set_by_hand";
            return store.add(session, act)
                    .chain(() -> incidents.register(session, caller, locked, kind, act.reason(),
                            state -> state.withContent(state.content().withCasualties(act.killed(), act.injured()))
                                    .withFacts(state.facts().withCountBasis(basis))))
                    .map(changed -> current(caller, changed, act));
        });
    }

    /** The derived groups over the recorded ones. */
    private static Casualties over(Casualties recorded, Casualties derived) {
        if (recorded == null || derived == null) {
            return derived == null ? recorded : derived;
        }
        return recorded.overlaidBy(derived);
    }

    /** As exactly as PostgreSQL keeps it, so that an act reads the same before and after it was stored. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
