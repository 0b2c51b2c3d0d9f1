package org.harmregistry.reports.delivery.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.SqlInstant;
import org.harmregistry.reports.delivery.domain.LoggedDelivery;
import org.harmregistry.reports.delivery.domain.LoggedDelivery.LoggedAttempt;
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;

/** Reads deliveries with their attempts. */
@ApplicationScoped
class DeliveryLog {

    private static final String READ = """
            select %s, d.status, d.next_attempt_at, d.queued_at, d.ended_at,
                   (select cast(jsonb_agg(jsonb_build_object('number', t.number, 'outcome', t.outcome, 'httpStatus', t.http_status,
                        'tookMs', t.took_ms, 'at', cast(extract(epoch from t.attempted_at) * 1000000 as bigint))
                        order by t.number) as text)
                    from delivery_attempt t
                    where t.subscription_id = d.subscription_id and t.announcement_id = d.announcement_id) as attempts
            from delivery d join announcement a on a.id = d.announcement_id
            where d.subscription_id = :subscription and %s
            """;
    private static final String LIST = READ.formatted(SqlAnnouncements.COLUMNS,
            "d.announcement_id < :before order by d.announcement_id desc limit :limit");
    private static final String FIND = READ.formatted(SqlAnnouncements.COLUMNS, "a.message_id = :message");

    private final ObjectMapper mapper;

    DeliveryLog(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    Uni<List<LoggedDelivery>> list(Mutiny.Session session, UUID subscription, Long before, int limit) {
        return session.createNativeQuery(LIST, Object[].class).setParameter("subscription", subscription)
                .setParameter("before", before == null ? Long.MAX_VALUE : before).setParameter("limit", limit).getResultList()
                .map(rows -> rows.stream().map(this::delivery).toList());
    }

    Uni<LoggedDelivery> find(Mutiny.Session session, UUID subscription, UUID messageId) {
        return session.createNativeQuery(FIND, Object[].class).setParameter("subscription", subscription)
                .setParameter("message", messageId).getSingleResultOrNull().map(row -> row == null ? null : delivery(row));
    }

    private LoggedDelivery delivery(Object[] row) {
        int at = SqlAnnouncements.WIDTH;
        String status = (String) row[at];
        return new LoggedDelivery(SqlAnnouncements.announcement(row, 0), status, attempts((String) row[at + 4]),
                status.equals("waiting") ? SqlInstant.of(row[at + 1]) : null, SqlInstant.of(row[at + 2]),
                SqlInstant.of(row[at + 3]));
    }

    private List<LoggedAttempt> attempts(String stored) {
        try {
            return stored == null ? List.of()
                    : StreamSupport.stream(mapper.readTree(stored).spliterator(), false).map(DeliveryLog::attempt).toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static LoggedAttempt attempt(JsonNode stored) {
        return new LoggedAttempt(stored.path("number").intValue(), stored.path("outcome").textValue(),
                stored.path("httpStatus").isNumber() ? stored.path("httpStatus").intValue() : null,
                stored.path("tookMs").intValue(), Instant.EPOCH.plus(stored.path("at").longValue(), ChronoUnit.MICROS));
    }
}
