package org.harmregistry.incidents.incident.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.incident.domain.CodeSeries;
import org.harmregistry.incidents.incident.domain.IncidentCodes;
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;

import io.smallrye.mutiny.Uni;

/** Counts codes in a table, a block of numbers for each series at a time. */
@ApplicationScoped
public class SqlIncidentCodes implements IncidentCodes {

    /** In one order for all, so that two transactions never wait for each other. */
    private static final String TAKE = """
            insert into incident_code_counter as counter (country, year, last)
            select r."country", r."year", r."wanted"
            from jsonb_to_recordset(cast(cast(:series as text) as jsonb)) as r("country" text, "year" integer, "wanted" bigint)
            order by r."country", r."year"
            on conflict (country, year) do update set last = counter.last + excluded.last
            returning counter.country, counter.year, counter.last
            """;

    private final ObjectMapper mapper;

    public SqlIncidentCodes(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Uni<List<String>> take(Mutiny.Session session, List<CodeSeries> series) {
        Map<CodeSeries, Long> wanted = series.stream()
                .collect(Collectors.groupingBy(one -> one, TreeMap::new, Collectors.counting()));
        ArrayNode rows = mapper.createArrayNode();
        wanted.forEach((one, count) -> rows.addObject().put("country", one.country()).put("year", one.year())
                .put("wanted", count));
        return session.createNativeQuery(TAKE, Object[].class).setParameter("series", rows.toString()).getResultList()
                .map(taken -> codes(series, wanted, taken));
    }

    private static List<String> codes(List<CodeSeries> series, Map<CodeSeries, Long> wanted, List<Object[]> taken) {
        Map<CodeSeries, Long> next = new HashMap<>();
        for (Object[] row : taken) {
            CodeSeries one = new CodeSeries((String) row[0], ((Number) row[1]).intValue());
            next.put(one, ((Number) row[2]).longValue() - wanted.get(one) + 1);
        }
        return series.stream().map(one -> one.code(next.merge(one, 1L, Long::sum) - 1)).toList();
    }
}
