package org.harmregistry.reports.edition.store;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.reports.edition.domain.Edition;
import org.harmregistry.reports.edition.domain.EditionStatus;
import org.harmregistry.reports.edition.domain.EditionSuccession;

import io.smallrye.mutiny.Uni;

/** Reads no more of the editions than their links: their figures may be large. */
@ApplicationScoped
class SqlEditionSuccession implements EditionSuccession {

    private static final String LINKS = """
            select id, number, status,
                   (select string_agg(distinct coalesce(file.kept ->> 'language', language), ',')
                    from jsonb_array_elements(cast(files as jsonb)) as file(kept)) as languages
            from edition
            where definition_id = :definition and period_key = :key and status in ('published', 'superseded', 'withdrawn')
            order by number
            """;

    private final UnitOfWork unitOfWork;

    SqlEditionSuccession(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public Uni<List<Link>> of(Edition edition) {
        return unitOfWork.read(session -> session.createNativeQuery(LINKS, Object[].class)
                .setParameter("definition", edition.definitionId()).setParameter("key", edition.period().key())
                .getResultList().map(rows -> rows.stream().map(row -> new Link((UUID) row[0],
                        ((Number) row[1]).intValue(), EditionStatus.valueOf(((String) row[2]).toUpperCase(Locale.ROOT)),
                        row[3] == null ? List.of() : List.of(((String) row[3]).split(",")))).toList()));
    }
}
