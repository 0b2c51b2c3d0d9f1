package org.harmregistry.sources.archive;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.sources.archive.ArchivedText.Integrity;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** What is known of the integrity of each content of the archive. */
@ApplicationScoped
public class ContentChecks {

    /**
     * A content that is to be looked at.
     *
     * @param kind {@code file} or {@code text}
     * @param known what was found before; {@code null} for nothing
     */
    public record Due(String digest, String kind, Integrity known) {
    }

    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final String CLAIM = """
            update fixity_check c set claimed_until = :until
            from (select digest, kind from fixity_check
                  where (checked_at is null or checked_at < :due) and (claimed_until is null or claimed_until < :now)
                  order by checked_at nulls first limit :most for update skip locked) as next
            where c.digest = next.digest and c.kind = next.kind
            returning c.digest, c.kind, c.integrity
            """;
    private static final String NOTE = """
            update fixity_check set checked_at = :now, claimed_until = null, integrity = cast(:integrity as text),
                verified_at = case when cast(:integrity as text) is null then :now else verified_at end,
                found_at = case when cast(:integrity as text) is null then null else coalesce(found_at, :now) end
            where digest = :digest and kind = :kind
            """;
    private static final String SUSPECT = """
            update fixity_check set checked_at = null, claimed_until = null, integrity = cast(:integrity as text),
                found_at = case when cast(:integrity as text) is null then null else coalesce(found_at, :now) end
            where digest = :digest and kind = 'file' and integrity is distinct from cast(:integrity as text)
            """;
    private static final String FOUND = "select digest, integrity from fixity_check where kind = 'file' "
            + "and integrity is not null and digest in (:digests)";
    private static final String EXPECT = """
            with next as (select id, content from source where id > cast(cast(:after as text) as uuid) order by id limit :step),
            named as (insert into fixity_check (digest, kind, since)
              select distinct t ->> 'digest', 'text', cast(:now as timestamptz)
              from next, jsonb_array_elements(case jsonb_typeof(content -> 'texts') when 'array' then content -> 'texts' else '[]' end) t
              on conflict do nothing)
            select cast(case when count(*) < :step then null else (array_agg(id order by id desc))[1] end as text) from next
            """;

    private final Clock clock;

    public ContentChecks(Clock clock) {
        this.clock = clock;
    }

    /** Claims contents that were not looked at since, the longest unseen first. */
    public Uni<List<Due>> claim(Mutiny.Session session, Instant due, int most) {
        Instant now = clock.instant();
        return session.createNativeQuery(CLAIM, Object[].class)
                .setParameter("until", at(now.plus(LEASE))).setParameter("due", at(due)).setParameter("now", at(now))
                .setParameter("most", most).getResultList()
                .map(rows -> rows.stream().map(row -> new Due((String) row[0], (String) row[1], integrity(row[2]))).toList());
    }

    /** Notes what was found, {@code null} for nothing wrong. */
    public Uni<Void> note(Mutiny.Session session, String digest, String kind, Integrity integrity) {
        return session.createNativeQuery(NOTE).setParameter("now", at(clock.instant()))
                .setParameter("integrity", word(integrity)).setParameter("digest", digest).setParameter("kind", kind)
                .executeUpdate().replaceWithVoid();
    }

    /** Notes what a reader came upon in a file, {@code null} for nothing wrong any more, and has it looked at next. */
    public Uni<Void> suspect(Mutiny.Session session, String digest, Integrity integrity) {
        return session.createNativeQuery(SUSPECT).setParameter("now", at(clock.instant()))
                .setParameter("integrity", word(integrity)).setParameter("digest", digest).executeUpdate().replaceWithVoid();
    }

    /** What is wrong with a file; {@code null} if nothing is known to be. */
    public Uni<Integrity> found(Mutiny.Session session, String digest) {
        return found(session, List.of(digest)).map(wrong -> wrong.get(digest));
    }

    /** What is wrong with these files; those with which nothing is known to be wrong are left out. */
    public Uni<Map<String, Integrity>> found(Mutiny.Session session, Collection<String> digests) {
        if (digests.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createNativeQuery(FOUND, Object[].class).setParameter("digests", digests).getResultList().map(rows -> {
            Map<String, Integrity> found = new HashMap<>();
            rows.forEach(row -> found.put((String) row[0], integrity(row[1])));
            return found;
        });
    }

    /**
     * Takes the texts of the next sources among what is looked at.
     *
     * @param after the source behind which to go on
     * @return the last source of this step; {@code null} at the end
     */
    public Uni<String> expectTexts(Mutiny.Session session, String after, int step) {
        return session.createNativeQuery(EXPECT, String.class).setParameter("after", after).setParameter("step", step)
                .setParameter("now", at(clock.instant())).getSingleResultOrNull();
    }

    private static String word(Integrity integrity) {
        return integrity == null ? null : integrity.word();
    }

    static Integrity integrity(Object column) {
        return column == null ? null : Integrity.valueOf(((String) column).toUpperCase(Locale.ROOT));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
