package org.harmregistry.sources.custody.store;

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
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.smallrye.mutiny.Uni;

/** Keeps chains by native statements; lists of any length go as one value. */
@ApplicationScoped
class ChainsInPostgres implements Chains {

    private static final HexFormat HEX = HexFormat.of();

    /** In one order for all writers, so that two who need several chains do not wait for each other. */
    private static final String LOCK = """
            select h.source_id, h.length, encode(h.last_hash, 'hex') as last_hash, h.key_id, encode(h.mac, 'hex') as mac
            from custody_head h
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
        ArrayNode ends = mapper.createArrayNode();
        heads.forEach(head -> ends.addObject().put("source", head.source().toString()).put("length", head.length())
                .put("lastHash", HEX.formatHex(head.lastHash())).put("keyId", head.keyId())
                .put("mac", HEX.formatHex(head.mac())));
        return session.createNativeQuery(ADD).setParameter("entries", added.toString()).setParameter("heads", ends.toString())
                .executeUpdate().replaceWithVoid();
    }

    private static void write(ObjectNode row, ChainEntry entry) {
        row.put("source", entry.entry().source().toString()).put("sequence", entry.sequence())
                .put("act", entry.entry().act().word()).put("actor", entry.entry().actor())
                .put("at", entry.entry().at().toString()).put("digest", entry.entry().digest())
                .put("reason", entry.entry().reason())
                .put("attachment", entry.entry().attachment() == null ? null : entry.entry().attachment().toString())
                .put("previous", entry.previous() == null ? null : HEX.formatHex(entry.previous()))
                .put("hash", HEX.formatHex(entry.hash())).put("keyId", entry.keyId()).put("mac", HEX.formatHex(entry.mac()));
        row.set("detail", entry.detail());
    }
}
