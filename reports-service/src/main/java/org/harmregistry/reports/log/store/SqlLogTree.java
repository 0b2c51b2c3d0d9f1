package org.harmregistry.reports.log.store;

import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.reports.log.domain.LogTree;
import org.harmregistry.reports.log.domain.NodeRange;
import org.harmregistry.reports.log.domain.TreeNode;
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;

import io.smallrye.mutiny.Uni;

/** Trees in PostgreSQL; lists of any length go as one value. */
@ApplicationScoped
class SqlLogTree implements LogTree {

    private static final HexFormat HEX = HexFormat.of();

    private static final String SIZE = "select coalesce(max(position) + 1, 0) from log_entry where epoch = :epoch";
    private static final String NODES = """
            select n.level, n.position, encode(n.hash, 'hex')
            from jsonb_to_recordset(cast(cast(:ranges as text) as jsonb)) as r("level" smallint, "from" bigint, "to" bigint)
            join log_node n on n.epoch = :epoch and n.level = r."level" and n.position >= r."from" and n.position < r."to"
            """;
    private static final String PLACE = """
            with placed as (
                insert into log_entry (epoch, position, leaf_id)
                select :epoch, p."position", p."leaf"
                from jsonb_to_recordset(cast(cast(:places as text) as jsonb)) as p("position" bigint, "leaf" bigint)
                returning leaf_id)
            delete from log_pending where leaf_id in (select leaf_id from placed)
            """;
    private static final String GROW = """
            insert into log_node (epoch, level, position, hash)
            select :epoch, n."level", n."position", decode(n."hash", 'hex')
            from jsonb_to_recordset(cast(cast(:nodes as text) as jsonb)) as n("level" smallint, "position" bigint, "hash" text)
            """;
    private static final String CONTENTS = """
            select encode(l.content, 'hex') from log_entry e join log_leaf l on l.id = e.leaf_id
            where e.epoch = :epoch and e.position >= :from and e.position < :to order by e.position
            """;

    private final ObjectMapper mapper;

    SqlLogTree(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Uni<Long> size(Mutiny.Session session, String epoch) {
        return session.createNativeQuery(SIZE, Long.class).setParameter("epoch", epoch).getSingleResult();
    }

    @Override
    public Uni<List<TreeNode>> nodes(Mutiny.Session session, String epoch, Collection<NodeRange> ranges) {
        if (ranges.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        ArrayNode asked = mapper.createArrayNode();
        ranges.forEach(
                range -> asked.addObject().put("level", range.level()).put("from", range.from()).put("to", range.to()));
        return session.createNativeQuery(NODES, Object[].class).setParameter("ranges", asked.toString())
                .setParameter("epoch", epoch).getResultList()
                .map(rows -> rows.stream().map(row -> new TreeNode(((Number) row[0]).intValue(),
                        ((Number) row[1]).longValue(), HEX.parseHex((String) row[2]))).toList());
    }

    @Override
    public Uni<Void> append(Mutiny.Session session, String epoch, Map<Long, Long> places, List<TreeNode> grown) {
        ArrayNode placed = mapper.createArrayNode();
        places.forEach((position, leaf) -> placed.addObject().put("position", position).put("leaf", leaf));
        ArrayNode nodes = mapper.createArrayNode();
        grown.forEach(node -> nodes.addObject().put("level", node.level()).put("position", node.position()).put("hash",
                HEX.formatHex(node.hash())));
        return session.createNativeQuery(PLACE).setParameter("epoch", epoch).setParameter("places", placed.toString())
                .executeUpdate()
                .chain(() -> session.createNativeQuery(GROW).setParameter("epoch", epoch)
                        .setParameter("nodes", nodes.toString()).executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<List<byte[]>> contents(Mutiny.Session session, String epoch, long from, long to) {
        return session.createNativeQuery(CONTENTS, String.class).setParameter("epoch", epoch).setParameter("from", from)
                .setParameter("to", to).getResultList().map(rows -> rows.stream().map(HEX::parseHex).toList());
    }
}
