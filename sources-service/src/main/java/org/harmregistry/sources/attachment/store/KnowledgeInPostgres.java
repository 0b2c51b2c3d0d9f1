package org.harmregistry.sources.attachment.store;

import java.io.IOException;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.SqlInstant;
import org.harmregistry.sources.attachment.domain.AttachmentKnowledge;
import org.harmregistry.sources.attachment.domain.AttachmentKnowledge.NotMade;
import org.harmregistry.sources.capture.domain.Check;
import org.harmregistry.sources.capture.domain.CheckKind;
import org.harmregistry.sources.capture.domain.CheckOutcome;
import org.harmregistry.sources.inspection.domain.InspectionFinding;
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;

/** Reads what is known of an attachment beside its own row. */
@ApplicationScoped
class KnowledgeInPostgres {

    private static final String EXAMINATION = """
            select cast(e.findings as text), cast(e.not_made as text), e.cause, n.note
            from attachment a left join attachment_examination e on e.attachment_id = a.id
                              left join working_copy_note n on n.attachment_id = a.id
            where a.id = :attachment
            """;
    private static final String CHECKS = """
            select distinct on (kind, timestamp_id) kind, outcome, detail, checked_at, timestamp_id
            from attachment_check where attachment_id = :attachment
            order by kind, timestamp_id, checked_at desc, id desc
            """;
    private static final String COPIES = "select id from attachment where derived_from = :attachment order by id";

    private final ObjectMapper mapper;

    KnowledgeInPostgres(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    Uni<AttachmentKnowledge> of(Mutiny.Session session, UUID attachment) {
        return rows(session, EXAMINATION, attachment).chain(examined -> rows(session, CHECKS, attachment)
                .chain(checks -> session.createNativeQuery(COPIES, UUID.class).setParameter("attachment", attachment)
                        .getResultList().map(copies -> knowledge(examined.get(0), checks, copies))));
    }

    private static Uni<List<Object[]>> rows(Mutiny.Session session, String sql, UUID attachment) {
        return session.createNativeQuery(sql, Object[].class).setParameter("attachment", attachment).getResultList();
    }

    private AttachmentKnowledge knowledge(Object[] examined, List<Object[]> checks, List<UUID> copies) {
        return new AttachmentKnowledge(read(examined[0], new TypeReference<List<InspectionFinding>>() {
        }), checks.stream().map(KnowledgeInPostgres::check).toList(), copies, read(examined[1],
                new TypeReference<List<NotMade>>() {
                }), (String) examined[2], (String) examined[3]);
    }

    private static Check check(Object[] row) {
        return new Check(CheckKind.of((String) row[0]), CheckOutcome.of((String) row[1]), (String) row[2],
                SqlInstant.of(row[3]),
                (UUID) row[4]);
    }

    private <T> List<T> read(Object json, TypeReference<List<T>> type) {
        try {
            return json == null ? List.of() : mapper.readValue((String) json, type);
        } catch (IOException e) {
            throw new IllegalStateException("unreadable examination", e);
        }
    }
}
