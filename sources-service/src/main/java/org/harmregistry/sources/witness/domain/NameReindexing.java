package org.harmregistry.sources.witness.domain;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.sources.sealing.domain.KeyPurpose;
import org.harmregistry.sources.sealing.domain.Leases;
import org.harmregistry.sources.sealing.domain.NameToken;
import org.harmregistry.sources.sealing.domain.NameTokens;
import org.harmregistry.sources.sealing.domain.Sealing;
import org.hibernate.reactive.mutiny.Mutiny;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Indexes names anew once another index key is the primary one. Nobody reads them on the way: they are opened in memory. */
@ApplicationScoped
public class NameReindexing {

    private static final String WORK = "index";
    private static final int AT_A_TIME = 100;

    private final UnitOfWork unitOfWork;
    private final Identities identities;
    private final IndexedNames indexed;
    private final NameIndex index;
    private final NameTokens tokens;
    private final IdentitySealing fields;
    private final Sealing sealing;
    private final Leases leases;

    NameReindexing(UnitOfWork unitOfWork, Identities identities, IndexedNames indexed, NameIndex index, NameTokens tokens,
            IdentitySealing fields, Sealing sealing, Leases leases) {
        this.unitOfWork = unitOfWork;
        this.identities = identities;
        this.indexed = indexed;
        this.index = index;
        this.tokens = tokens;
        this.fields = fields;
        this.sealing = sealing;
        this.leases = leases;
    }

    @Scheduled(every = "${registry.witness.rotation.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> reindex() {
        return !tokens.isConfigured() ? Uni.createFrom().voidItem()
                : leases.alone(WORK, () -> tokens.primary().chain(this::reindexWhatIsLeft)).onFailure().recoverWithNull();
    }

    private Uni<Void> reindexWhatIsLeft(String primary) {
        return unitOfWork.run(session -> indexed.notIndexedBy(session, primary, AT_A_TIME))
                .chain(sources -> Multi.createFrom().iterable(sources)
                        .onItem().transformToUniAndConcatenate(this::reindex)
                        .filter(done -> done).collect().asList()
                        .chain(done -> done.isEmpty() ? Uni.createFrom().voidItem() : reindexWhatIsLeft(primary)));
    }

    private Uni<Boolean> reindex(UUID source) {
        return unitOfWork.run(session -> identities.find(session, source))
                .chain(held -> sealing.existingKey(source, KeyPurpose.IDENTITY)
                        .chain(key -> index.tokens(fields.open(key, held)))
                        .chain(fresh -> unitOfWork.run(session -> put(session, held, fresh))))
                .onFailure().recoverWithItem(false);
    }

    /** Only if it is still the identity that was opened: one put in meanwhile has its tokens already. */
    private Uni<Boolean> put(Mutiny.Session session, HeldIdentity opened, List<NameToken> fresh) {
        return identities.findForChange(session, opened.sourceId()).chain(
                now -> now.version() != opened.version() || now.state() != IdentityState.SEALED ? Uni.createFrom().item(true)
                        : indexed.put(session, opened.sourceId(), fresh).replaceWith(true));
    }
}
