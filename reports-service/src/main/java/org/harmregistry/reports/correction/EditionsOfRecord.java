package org.harmregistry.reports.correction;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.SqlInstant;
import org.harmregistry.kit.database.UnitOfWork;

import io.smallrye.mutiny.Uni;

/**
 * Which editions that stand count or name a record. An edition is found as soon as its records are listed, seconds after it is
 * out.
 */
@ApplicationScoped
public class EditionsOfRecord {

    private static final int MOST = 100;
    private static final String STANDING = """
            select e.id, e.title, e.period_label, e.number, e.published_at,
                   (select string_agg(distinct coalesce(file.kept ->> 'language', e.language), ',')
                    from jsonb_array_elements(cast(e.files as jsonb)) as file(kept)) as languages
            from edition_record r join edition e on e.id = r.edition_id
            where r.record_id = :record and e.status = 'published'
            order by e.published_at desc, e.id limit :most
            """;

    private final UnitOfWork unitOfWork;

    EditionsOfRecord(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /**
     * An edition in which a record stands.
     *
     * @param id the edition
     * @param title its title
     * @param period its period, for people
     * @param number its number
     * @param publishedAt when it came out, UTC
     * @param languages the languages that it is in
     */
    public record Standing(UUID id, String title, String period, int number, Instant publishedAt, List<String> languages) {

        public Standing {
            languages = List.copyOf(languages);
        }
    }

    /** The newest 100 of them, the newest first. */
    public Uni<List<Standing>> of(UUID record) {
        return unitOfWork.run(session -> session.createNativeQuery(STANDING, Object[].class).setParameter("record", record)
                .setParameter("most", MOST).getResultList()
                .map(rows -> rows.stream().map(EditionsOfRecord::standing).toList()));
    }

    private static Standing standing(Object[] row) {
        Instant published = SqlInstant.of(row[4]);
        return new Standing((UUID) row[0], (String) row[1], (String) row[2], ((Number) row[3]).intValue(), published,
                row[5] == null ? List.of() : List.of(((String) row[5]).split(",")));
    }
}
