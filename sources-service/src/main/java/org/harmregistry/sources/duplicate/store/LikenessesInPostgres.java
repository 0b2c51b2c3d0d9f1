package org.harmregistry.sources.duplicate.store;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.sources.duplicate.domain.Alike;
import org.harmregistry.sources.duplicate.domain.DuplicateReason;
import org.harmregistry.sources.duplicate.domain.Likeness;
import org.harmregistry.sources.duplicate.domain.Likenesses;
import org.harmregistry.sources.duplicate.domain.PictureHash;
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.databind.node.ArrayNode;

import io.smallrye.mutiny.Uni;

/** Marks, signatures and pictures in PostgreSQL. Candidates are found by index, never by looking at all sources. */
@ApplicationScoped
class LikenessesInPostgres implements Likenesses {

    private static final String CLAIM = """
            update source_to_compare set claimed_by = :claim, claimed_until = now() + cast(cast(:lease as text) as interval)
            where source_id in (select source_id from source_to_compare
                                where due_at <= now() and (claimed_until is null or claimed_until < now())
                                order by due_at, source_id limit :limit for update skip locked)
            returning source_id
            """;
    private static final String RELEASE = """
            update source_to_compare
            set claimed_by = null, claimed_until = null, due_at = now() + cast(cast(:wait as text) as interval)
            where claimed_by = :claim
            """;
    private static final String DONE = "delete from source_to_compare where claimed_by = :claim";
    private static final String IDS = "(select cast(w.id as uuid) from jsonb_array_elements_text(cast(cast(:ids as text) as jsonb)) as w(id))";
    private static final String FORGET_MARKS = "delete from source_mark where kind in ('address', 'text') and source_id in "
            + IDS;
    private static final String FORGET_SIGNATURES = "delete from text_signature where source_id in " + IDS;
    private static final String ADD_MARKS = """
            insert into source_mark (source_id, kind, mark)
            select r."source", r."kind", r."mark"
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r("source" uuid, "kind" text, "mark" text)
            on conflict on constraint source_mark_pk do nothing
            """;
    private static final String ADD_SIGNATURES = """
            insert into text_signature (source_id, of_title, minima, bands)
            select r."source", r."title", decode(r."minima", 'hex'), cast(r."bands" as bigint[])
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
              as r("source" uuid, "title" boolean, "minima" text, "bands" text)
            """;
    private static final String ADD_PICTURE = """
            insert into picture_hash (attachment_id, source_id, difference, frequency, parts)
            values (:attachment, :source, :difference, :frequency, cast(cast(:parts as text) as integer[]))
            on conflict on constraint picture_hash_pk do nothing
            """;
    private static final String SAME_MARKS = """
            select n.source_id, n.kind from source_mark o
            join source_mark n on n.mark = o.mark and n.kind = o.kind and n.source_id <> o.source_id
            where o.source_id = :source limit 2000
            """;
    private static final String NEAR_TEXTS = """
            select near.source_id, near.of_title, max(text_likeness(near.own, near.minima))
            from (select n.source_id, n.of_title, n.minima, o.minima as own from text_signature o
                  join text_signature n on n.bands && o.bands and n.of_title = o.of_title and n.source_id <> o.source_id
                  where o.source_id = :source limit 2000) as near
            group by near.source_id, near.of_title
            """;
    /** Of 64 bits in eight parts, seven can differ and one part is still the same. */
    private static final String NEAR_PICTURES = """
            select n.source_id, min(bit_count(cast(n.frequency # o.frequency as bit(64)))) from picture_hash o
            join picture_hash n on n.parts && o.parts and n.source_id <> o.source_id
              and bit_count(cast(n.frequency # o.frequency as bit(64))) <= %d
            where o.source_id = :source group by n.source_id limit 2000
            """.formatted(PictureHash.NEAR);

    private final JsonReading json;

    LikenessesInPostgres(JsonReading json) {
        this.json = json;
    }

    @Override
    public Uni<List<UUID>> claim(Mutiny.Session session, UUID claim, Duration lease, int limit) {
        return session.createNativeQuery(CLAIM, UUID.class).setParameter("claim", claim)
                .setParameter("lease", lease.toString()).setParameter("limit", limit).getResultList();
    }

    @Override
    public Uni<Void> release(Mutiny.Session session, UUID claim, Duration wait) {
        return session.createNativeQuery(RELEASE).setParameter("claim", claim).setParameter("wait", wait.toString())
                .executeUpdate().replaceWithVoid();
    }

    @Override
    public Uni<Void> write(Mutiny.Session session, UUID claim, Collection<UUID> sources, List<Likeness> likenesses) {
        String ids = json.tree(sources).toString();
        return run(session, FORGET_MARKS, "ids", ids)
                .chain(() -> run(session, FORGET_SIGNATURES, "ids", ids))
                .chain(() -> run(session, ADD_MARKS, "rows", marks(likenesses)))
                .chain(() -> run(session, ADD_SIGNATURES, "rows", signatures(likenesses)))
                .chain(() -> session.createNativeQuery(DONE).setParameter("claim", claim).executeUpdate())
                .replaceWithVoid();
    }

    private static Uni<Integer> run(Mutiny.Session session, String statement, String name, String value) {
        return session.createNativeQuery(statement).setParameter(name, value).executeUpdate();
    }

    private String marks(List<Likeness> likenesses) {
        ArrayNode rows = (ArrayNode) json.tree(List.of());
        likenesses.forEach(each -> each.marks().forEach(mark -> rows.addObject().put("source", each.source().toString())
                .put("kind", word(mark.kind())).put("mark", mark.mark())));
        return rows.toString();
    }

    private String signatures(List<Likeness> likenesses) {
        ArrayNode rows = (ArrayNode) json.tree(List.of());
        likenesses.forEach(each -> each.signed().forEach(signed -> rows.addObject().put("source", each.source().toString())
                .put("title", signed.title())
                .put("minima", HexFormat.of().formatHex(signed.signature().bytes()))
                .put("bands", array(signed.signature().bands()))));
        return rows.toString();
    }

    private static String array(long[] values) {
        return Arrays.stream(values).mapToObj(Long::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static String word(Enum<?> term) {
        return term.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Uni<Void> note(Mutiny.Session session, UUID source, Likeness.Mark mark) {
        return run(session, ADD_MARKS, "rows", marks(List.of(new Likeness(source, Set.of(mark), List.of()))))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> note(Mutiny.Session session, UUID source, UUID attachment, PictureHash picture) {
        return session.createNativeQuery(ADD_PICTURE).setParameter("attachment", attachment).setParameter("source", source)
                .setParameter("difference", picture.difference()).setParameter("frequency", picture.frequency())
                .setParameter("parts", array(parts(picture.frequency()))).executeUpdate().replaceWithVoid();
    }

    /** Each byte with its place, so that equal bytes in other places are not the same. */
    private static long[] parts(long bits) {
        long[] parts = new long[Long.BYTES];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = i * 256L + (bits >>> (Byte.SIZE * i) & 0xFF);
        }
        return parts;
    }

    @Override
    public Uni<List<Alike>> alike(Mutiny.Session session, UUID source) {
        return rows(session, SAME_MARKS, source).map(rows -> rows.stream().map(LikenessesInPostgres::byMark).toList())
                .chain(same -> rows(session, NEAR_TEXTS, source)
                        .map(rows -> joined(same, rows.stream().map(LikenessesInPostgres::byText).toList())))
                .chain(some -> rows(session, NEAR_PICTURES, source)
                        .map(rows -> joined(some, rows.stream().map(LikenessesInPostgres::byPicture).toList())));
    }

    private static Uni<List<Object[]>> rows(Mutiny.Session session, String query, UUID source) {
        return session.createNativeQuery(query, Object[].class).setParameter("source", source).getResultList();
    }

    private static List<Alike> joined(List<Alike> some, List<Alike> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static Alike byMark(Object[] row) {
        DuplicateReason reason = switch ((String) row[1]) {
            case "address" -> DuplicateReason.SAME_ADDRESS;
            case "text" -> DuplicateReason.SAME_TEXT;
            default -> DuplicateReason.SAME_FILE;
        };
        return new Alike((UUID) row[0], reason, reason == DuplicateReason.SAME_ADDRESS ? 0.95 : 1);
    }

    private static Alike byText(Object[] row) {
        boolean title = (Boolean) row[1];
        return new Alike((UUID) row[0], title ? DuplicateReason.SIMILAR_TITLE : DuplicateReason.SIMILAR_TEXT,
                ((Number) row[2]).doubleValue());
    }

    private static Alike byPicture(Object[] row) {
        return new Alike((UUID) row[0], DuplicateReason.SIMILAR_PICTURE, 1 - ((Number) row[1]).intValue() / 64.0);
    }
}
