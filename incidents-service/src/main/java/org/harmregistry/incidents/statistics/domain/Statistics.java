package org.harmregistry.incidents.statistics.domain;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.incident.domain.IncidentCounts;
import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Answers statistical questions about the incidents that a caller may see. */
@ApplicationScoped
public class Statistics {

    private final IncidentCounts counts;
    private final Clock clock;

    public Statistics(IncidentCounts counts, Clock clock) {
        this.counts = counts;
        this.clock = clock;
    }

    /** Total, groups and records of one question; the session must see one state throughout, for they belong together. */
    public Uni<Figures> figures(Mutiny.Session session, Caller caller, StatisticsQuestion question) {
        Instant asOf = question.filter().asOf() == null ? clock.instant() : question.filter().asOf();
        return counts.count(session, caller, question.filter(), question.by())
                .chain(totals -> digest(session, caller, question)
                        .map(digest -> new Figures(question.filter(), question.by(), asOf, totals, digest)));
    }

    private Uni<String> digest(Mutiny.Session session, Caller caller, StatisticsQuestion question) {
        return question.digest() ? counts.digest(session, caller, question.filter()) : Uni.createFrom().nullItem();
    }
}
