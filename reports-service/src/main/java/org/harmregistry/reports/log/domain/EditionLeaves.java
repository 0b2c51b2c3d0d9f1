package org.harmregistry.reports.log.domain;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.reports.edition.domain.Edition;
import org.harmregistry.reports.edition.domain.EditionFollower;
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;

/**
 * Queues a leaf in the transaction that changes an edition's standing: an edition without its leaf does not exist.
 * Nothing waits here for other editions; the leaf gets its place after the commit.
 */
@ApplicationScoped
public class EditionLeaves implements EditionFollower {

    /** Names the form of leaves about editions. */
    public static final String TYPE = "harm-registry/edition-leaf@1";

    private static final int SALT_BYTES = 32;

    private final LeafQueue queue;
    private final EditionStatement statement;
    private final ObjectMapper mapper;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public EditionLeaves(LeafQueue queue, EditionStatement statement, ObjectMapper mapper, Clock clock) {
        this.queue = queue;
        this.statement = statement;
        this.mapper = mapper;
        this.clock = clock;
    }

    @Override
    public Uni<Void> published(Mutiny.Session session, Edition edition) {
        return add(session, edition, LeafKind.PUBLISHED);
    }

    @Override
    public Uni<Void> superseded(Mutiny.Session session, Edition edition) {
        return add(session, edition, LeafKind.SUPERSEDED);
    }

    @Override
    public Uni<Void> withdrawn(Mutiny.Session session, Edition edition) {
        return add(session, edition, LeafKind.WITHDRAWN);
    }

    private Uni<Void> add(Mutiny.Session session, Edition edition, LeafKind kind) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Disclosure disclosure = new Disclosure(salt, statement.of(edition));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return queue.add(session, new NewLeaf(edition.id(), kind, content(edition, kind, disclosure, now), disclosure, now));
    }

    private byte[] content(Edition edition, LeafKind kind, Disclosure disclosure, Instant now) {
        return CanonicalJson.canonical(mapper.createObjectNode().put("type", TYPE).put("kind", kind.word())
                .put("edition", edition.id().toString()).put("report", edition.report())
                .put("period", edition.period().key()).put("number", edition.number())
                .put("commitment", disclosure.commitment()).put("at", now.toString()));
    }
}
