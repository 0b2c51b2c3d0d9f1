package org.harmregistry.sources.source.domain;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/**
 * Brings what may be seen of a source into line with what the person behind it allows, in the unit of work that records it:
 * from its end on nobody finds the source in a place that was taken back.
 */
@ApplicationScoped
public class ConsentedSources {

    private final SourceJournal journal;
    private final Instance<SourceFollower> followers;
    private final Clock clock;

    ConsentedSources(SourceJournal journal, Instance<SourceFollower> followers, Clock clock) {
        this.journal = journal;
        this.followers = followers;
        this.clock = clock;
    }

    /** @param source its row locked */
    public Uni<Void> allow(Mutiny.Session session, Caller caller, Source source, Allowance allowance) {
        boolean publicBefore = source.isPublic();
        String kind = source.allow(allowance, clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (kind == null) {
            return Uni.createFrom().voidItem();
        }
        Uni<Void> done = journal.append(session, caller, List.of(journal.change(source, kind, null, publicBefore)));
        for (SourceFollower follower : followers) {
            done = done.chain(() -> follower.follow(session, caller, source, kind, publicBefore));
        }
        return done;
    }
}
