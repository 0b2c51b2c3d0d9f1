package org.harmregistry.incidents.statistics.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.incident.domain.IncidentCounts;
import org.harmregistry.incidents.incident.domain.IncidentPersons;
import org.harmregistry.incidents.victim.domain.VictimCounts;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Answers statistical questions about the incidents that a caller may see. */
@ApplicationScoped
public class Statistics {

    private final IncidentCounts counts;
    private final IncidentPersons persons;
    private final Clock clock;

    public Statistics(IncidentCounts counts, IncidentPersons persons, Clock clock) {
        this.counts = counts;
        this.persons = persons;
        this.clock = clock;
    }

    /** Total, groups and records of one question; the session must see one state throughout, for they belong together. */
    public Uni<Figures> figures(Mutiny.Session session, Caller caller, StatisticsQuestion question) {
        if (question.byPersons()) {
            return figuresOfPersons(session, caller, question);
        }
        return counts.count(session, caller, question.filter(), question.by())
                .chain(totals -> digest(session, caller, question)
                        .map(digest -> new Figures(question.filter(), question.by(), asOf(question), totals, List.of(), null,
                                digest)));
    }

    private Uni<Figures> figuresOfPersons(Mutiny.Session session, Caller caller, StatisticsQuestion question) {
        boolean readsNames = caller.hasAny(Role.ANALYST, Role.PUBLISHER);
        int smallest = readsNames ? 1 : VictimCounts.SMALLEST;
        return counts.count(session, caller, question.filter(), List.of())
                .chain(totals -> persons.persons(session, caller, question.filter(), question.by(), smallest, readsNames)
                        .chain(groups -> digest(session, caller, question)
                                .map(digest -> new Figures(question.filter(), question.by(), asOf(question), totals, groups,
                                        smallest, digest))));
    }

    private Instant asOf(StatisticsQuestion question) {
        return question.filter().asOf() == null ? clock.instant() : question.filter().asOf();
    }

    private Uni<String> digest(Mutiny.Session session, Caller caller, StatisticsQuestion question) {
        return question.digest() ? counts.digest(session, caller, question.filter()) : Uni.createFrom().nullItem();
    }
}
