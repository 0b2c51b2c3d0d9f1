package org.harmregistry.sources.custody.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.sources.custody.domain.ChainEntry;
import org.harmregistry.sources.custody.domain.ChainHead;
import org.harmregistry.sources.custody.domain.Chains;
import org.harmregistry.sources.custody.domain.StoredChain;
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.smallrye.mutiny.Uni;

/** Keeps chains by native statements; lists of any length go as one value. */
@ApplicationScoped
class ChainsInPostgres implements Chains {

    private static final HexFormat HEX = HexFormat.of();

    private static final String HEADS = """
            select h.source_id, h.length, encode(h.last_hash, 'hex') as last_hash, h.key_id, encode(h.mac, 'hex') as mac
            from custody_head h
            """;
    private static final String HEAD = HEADS + " where h.source_id = :source";
    private static final String WAITING = HEADS + " where not h.checkpointed order by h.source_id limit :limit";
    private static final String ENTRY = """
            select cast(e.source_id as text) as source, e.sequence, cast(e.attachment_id as text) as attachment, e.act, e.actor,
                   to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, e.digest, e.reason,
                   cast(e.detail as text) as detail, encode(e.previous, 'hex') as previous, encode(e.hash, 'hex') as hash,
                   e.key_id, encode(e.mac, 'hex') as mac
            from custody_entry e
            """;
    private static final String ENTRIES = ENTRY
            + " where e.source_id = :source and e.sequence >= :from order by e.sequence limit :limit";
    private static final String AMONG = """
            in (select cast(w.id as uuid) from jsonb_array_elements_text(cast(cast(:sources as text) as jsonb)) as w(id))
            """;
    private static final String HEADS_OF = HEADS + " where h.source_id " + AMONG;
    private static final String ENTRIES_OF = ENTRY + " where e.source_id " + AMONG
            + " order by e.source_id, e.sequence limit :limit";
    private static final String COUNT = "select count(*) from custody_entry where source_id = :source";
    private static final String SOURCES = """
            select h.source_id from custody_head h where h.source_id > :after order by h.source_id limit :limit
            """;
    private static final String CHECKPOINTED = """
            update custody_head h set checkpointed = true
            from jsonb_to_recordset(cast(cast(:heads as text) as jsonb)) as k("source" uuid, "length" bigint)
            where h.source_id = k."source" and h.length = k."length"
            """;

    /** In one order for all writers, so that two who need several chains do not wait for each other. */
    private static final String LOCK = HEADS + """
            where h.source_id in (select cast(w.id as uuid)
                                  from jsonb_array_elements_text(cast(cast(:sources as text) as jsonb)) as w(id))
            order by h.source_id for update
            """;
    private static final String ADD = """
            with added as (
                insert into custody_entry (source_id, sequence, attachment_id, act, actor, at, digest, reason, detail, previous,
                                           hash, key_id, mac)
                select e."source", e."sequence", e."attachment", e."act", e."actor", e."at", e."digest", e."reason",
                       e."detail", decode(e."previous", 'hex'), decode(e."hash", 'hex'), e."keyId", decode(e."mac", 'hex')
                from jsonb_to_recordset(cast(cast(:entries as text) as jsonb))
                  as e("source" uuid, "sequence" bigint, "attachment" uuid, "act" text, "actor" text, "at" timestamptz,
                       "digest" text, "reason" text, "detail" jsonb, "previous" text, "hash" text, "keyId" text, "mac" text))
            insert into custody_head (source_id, length, last_hash, key_id, mac)
            select h."source", h."length", decode(h."lastHash", 'hex'), h."keyId", decode(h."mac", 'hex')
            from jsonb_to_recordset(cast(cast(:heads as text) as jsonb))
              as h("source" uuid, "length" bigint, "lastHash" text, "keyId" text, "mac" text)
            on conflict (source_id) do update set length = excluded.length, last_hash = excluded.last_hash,
                key_id = excluded.key_id, mac = excluded.mac, checkpointed = false
            """;

    private final ObjectMapper mapper;

    ChainsInPostgres(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Uni<Map<UUID, ChainHead>> lockHeads(Mutiny.Session session, Collection<UUID> sources) {
        return session.createNativeQuery(LOCK, Object[].class)
                .setParameter("sources", mapper.valueToTree(sources).toString())
                .getResultList()
                .map(rows -> rows.stream().map(ChainsInPostgres::head)
                        .collect(Collectors.toMap(ChainHead::source, Function.identity())));
    }

    private static ChainHead head(Object[] row) {
        return new ChainHead((UUID) row[0], ((Number) row[1]).longValue(), HEX.parseHex((String) row[2]), (String) row[3],
                HEX.parseHex((String) row[4]));
    }

    @Override
    public Uni<Void> add(Mutiny.Session session, List<ChainEntry> entries, Collection<ChainHead> heads) {
        ArrayNode added = mapper.createArrayNode();
        entries.forEach(entry -> write(added.addObject(), entry));
        return session.createNativeQuery(ADD).setParameter("entries", added.toString()).setParameter("heads", heads(heads))
                .executeUpdate().replaceWithVoid();
    }

    private static void write(ObjectNode row, ChainEntry entry) {
        row.put("source", entry.source()).put("sequence", entry.sequence()).put("attachment", entry.attachment())
                .put("act", entry.act()).put("actor", entry.actor()).put("at", entry.at()).put("digest", entry.digest())
                .put("reason", entry.reason())
                .put("previous", entry.previous() == null ? null : HEX.formatHex(entry.previous()))
                .put("hash", HEX.formatHex(entry.hash())).put("keyId", entry.keyId()).put("mac", HEX.formatHex(entry.mac()));
        row.set("detail", entry.detail());
    }

    @Override
    public Uni<StoredChain> read(Mutiny.Session session, UUID source, int most) {
        return session.createNativeQuery(HEAD, Object[].class).setParameter("source", source).getResultList()
                .map(rows -> rows.isEmpty() ? null : head(rows.get(0)))
                .chain(head -> session.createNativeQuery(COUNT, Long.class).setParameter("source", source).getSingleResult()
                        .chain(count -> entries(session, source, Math.max(1, count - most + 1), most, head)));
    }

    private Uni<StoredChain> entries(Mutiny.Session session, UUID source, long from, int most, ChainHead head) {
        return session.createNativeQuery(ENTRIES, Object[].class).setParameter("source", source).setParameter("from", from)
                .setParameter("limit", most).getResultList()
                .map(rows -> new StoredChain(from, rows.stream().map(this::entry).toList(), head));
    }

    @Override
    public Uni<Map<UUID, StoredChain>> read(Mutiny.Session session, Collection<UUID> sources, int limit) {
        String ids = mapper.valueToTree(sources).toString();
        return session.createNativeQuery(HEADS_OF, Object[].class).setParameter("sources", ids).getResultList()
                .chain(heads -> session.createNativeQuery(ENTRIES_OF, Object[].class).setParameter("sources", ids)
                        .setParameter("limit", limit).getResultList().map(entries -> chains(sources, heads, entries)));
    }

    private Map<UUID, StoredChain> chains(Collection<UUID> sources, List<Object[]> heads, List<Object[]> entries) {
        Map<UUID, ChainHead> ends = heads.stream().map(ChainsInPostgres::head)
                .collect(Collectors.toMap(ChainHead::source, Function.identity()));
        Map<String, List<ChainEntry>> chained = entries.stream().map(this::entry)
                .collect(Collectors.groupingBy(ChainEntry::source));
        return sources.stream().collect(Collectors.toMap(Function.identity(),
                source -> new StoredChain(1, chained.getOrDefault(source.toString(), List.of()), ends.get(source))));
    }

    private ChainEntry entry(Object[] row) {
        return new ChainEntry((String) row[0], ((Number) row[1]).longValue(), (String) row[2], (String) row[3], (String) row[4],
                (String) row[5], (String) row[6], (String) row[7], tree((String) row[8]), bytes(row[9]), bytes(row[10]),
                (String) row[11], bytes(row[12]));
    }

    private JsonNode tree(String json) {
        try {
            return json == null ? NullNode.getInstance() : mapper.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(Object hex) {
        return hex == null ? null : HEX.parseHex((String) hex);
    }

    @Override
    public Uni<Instant> keptSince(Mutiny.Session session) {
        return session.createNativeQuery("select since from custody_start", Instant.class).getSingleResult();
    }

    @Override
    public Uni<List<UUID>> sourcesAfter(Mutiny.Session session, UUID after, int limit) {
        return session.createNativeQuery(SOURCES, UUID.class).setParameter("after", after).setParameter("limit", limit)
                .getResultList();
    }

    @Override
    public Uni<List<ChainHead>> waiting(Mutiny.Session session, int limit) {
        return session.createNativeQuery(WAITING, Object[].class).setParameter("limit", limit).getResultList()
                .map(rows -> rows.stream().map(ChainsInPostgres::head).toList());
    }

    @Override
    public Uni<Void> checkpointed(Mutiny.Session session, Collection<ChainHead> heads) {
        return session.createNativeQuery(CHECKPOINTED).setParameter("heads", heads(heads)).executeUpdate().replaceWithVoid();
    }

    private String heads(Collection<ChainHead> heads) {
        ArrayNode rows = mapper.createArrayNode();
        heads.forEach(head -> rows.addObject().put("source", head.source().toString()).put("length", head.length())
                .put("lastHash", HEX.formatHex(head.lastHash())).put("keyId", head.keyId())
                .put("mac", HEX.formatHex(head.mac())));
        return rows.toString();
    }
}
