package org.harmregistry.sources.source.store;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.SqlInstant;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.sources.custody.domain.CustodySubject;
import org.harmregistry.sources.custody.domain.CustodySubjects;
import org.harmregistry.sources.source.domain.Source;
import org.harmregistry.sources.source.domain.SourceAccess;
import org.harmregistry.sources.source.domain.Sources;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/**
 * Sources as their custody speaks of them. What the check asks for time and again is SQL: without it a service that nobody asks
 * anything needs none of what makes SQL of queries.
 */
@ApplicationScoped
class SourcesInCustody implements CustodySubjects {

    private static final String AFTER = "select s.id from source s where s.id > :after order by s.id limit :limit";
    private static final String OF = """
            select s.id, s.kind, s.content ->> 'title', s.organisation, s.version, s.recorded_at from source s
            where s.id in (:ids)
            """;

    private final Sources sources;

    SourcesInCustody(Sources sources) {
        this.sources = sources;
    }

    @Override
    public Uni<CustodySubject> readableBy(Mutiny.Session session, Caller caller, UUID source) {
        return sources.findAsCustodian(session, source, caller)
                .map(found -> subject(SourceAccess.custodyReadable(found, caller)));
    }

    @Override
    public Uni<CustodySubject> find(Mutiny.Session session, UUID source) {
        return sources.find(session, source).map(found -> found == null ? null : subject(found));
    }

    @Override
    public Uni<Map<UUID, CustodySubject>> findAll(Mutiny.Session session, Collection<UUID> ids) {
        return session.createNativeQuery(OF, Object[].class).setParameter("ids", ids).getResultList()
                .map(rows -> rows.stream().map(SourcesInCustody::subject)
                        .collect(Collectors.toMap(CustodySubject::id, Function.identity())));
    }

    @Override
    public Uni<List<UUID>> after(Mutiny.Session session, UUID after, int limit) {
        return session.createNativeQuery(AFTER, UUID.class).setParameter("after", after).setParameter("limit", limit)
                .getResultList();
    }

    private static CustodySubject subject(Object[] row) {
        return new CustodySubject((UUID) row[0], (String) row[1], (String) row[2], (String) row[3],
                ((Number) row[4]).longValue(), SqlInstant.of(row[5]));
    }

    private static CustodySubject subject(Source source) {
        return new CustodySubject(source.id(), source.content().kind().name().toLowerCase(Locale.ROOT),
                source.content().title(),
                source.organisation(), source.version(), source.recordedAt());
    }
}
