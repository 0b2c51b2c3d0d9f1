package org.harmregistry.sources.attachment.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.harmregistry.sources.attachment.domain.Attachment;
import org.harmregistry.sources.attachment.domain.AttachmentKnowledge;
import org.harmregistry.sources.attachment.domain.AttachmentRole;
import org.harmregistry.sources.attachment.domain.AttachmentState;
import org.harmregistry.sources.attachment.domain.Attachments;
import org.harmregistry.sources.attachment.domain.Derivation;
import org.harmregistry.sources.source.domain.Publication;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Finds and keeps attachments by Hibernate. */
@ApplicationScoped
class AttachmentsInPostgres implements Attachments {

    private static final String WITH_CONTENT = "from Attachment a where a.sourceId = :source and a.digest = :digest "
            + "and a.role = :role";
    private static final String READING = "insert into attachment_reading (attachment_id, subject, hour) "
            + "values (:attachment, :subject, :hour) on conflict do nothing";
    private static final String DERIVED = "from Attachment a where a.derivedFrom = :from and a.derivation = :derivation";
    private static final String RELEASED = " and a.role = :role and a.publication = :publication and a.state = :state";

    private final KnowledgeInPostgres knowledge;

    AttachmentsInPostgres(KnowledgeInPostgres knowledge) {
        this.knowledge = knowledge;
    }

    @Override
    public Uni<Attachment> find(Mutiny.Session session, UUID id) {
        return session.find(Attachment.class, id);
    }

    @Override
    public Uni<Attachment> findForChange(Mutiny.Session session, UUID id) {
        return session.find(Attachment.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public Uni<Attachment> withContent(Mutiny.Session session, UUID source, String digest) {
        return session.createQuery(WITH_CONTENT, Attachment.class).setParameter("source", source)
                .setParameter("digest", digest).setParameter("role", AttachmentRole.EVIDENTIARY).getSingleResultOrNull();
    }

    @Override
    public Uni<Attachment> derivedFrom(Mutiny.Session session, UUID attachment, Derivation derivation) {
        return session.createQuery(DERIVED, Attachment.class).setParameter("from", attachment)
                .setParameter("derivation", derivation.word()).getSingleResultOrNull();
    }

    @Override
    public Uni<Attachment> derivedFrom(Mutiny.Session session, UUID attachment, Derivation derivation, String digest) {
        return session.createQuery(DERIVED + " and a.digest = :digest", Attachment.class).setParameter("from", attachment)
                .setParameter("derivation", derivation.word()).setParameter("digest", digest).getSingleResultOrNull();
    }

    @Override
    public Uni<AttachmentKnowledge> knowledge(Mutiny.Session session, Attachment attachment) {
        return knowledge.of(session, attachment.id());
    }

    @Override
    public Uni<Void> note(Mutiny.Session session, UUID attachment, String note) {
        if (note == null) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery("insert into working_copy_note (attachment_id, note) values (:attachment, :note)")
                .setParameter("attachment", attachment).setParameter("note", note).executeUpdate().replaceWithVoid();
    }

    @Override
    public Uni<List<Attachment>> list(Mutiny.Session session, UUID source, boolean publicOnly, UUID after, int limit) {
        String query = "from Attachment a where a.sourceId = :source" + (publicOnly ? RELEASED : "")
                + (after == null ? "" : " and a.id > :after") + " order by a.id";
        Mutiny.SelectionQuery<Attachment> selection = session.createQuery(query, Attachment.class)
                .setParameter("source", source);
        if (publicOnly) {
            selection.setParameter("role", AttachmentRole.WORKING).setParameter("publication", Publication.PUBLIC)
                    .setParameter("state", AttachmentState.INSPECTED);
        }
        if (after != null) {
            selection.setParameter("after", after);
        }
        return selection.setMaxResults(limit).getResultList();
    }

    @Override
    public Uni<Boolean> noteReading(Mutiny.Session session, UUID attachment, String subject, Instant hour) {
        return session.createNativeQuery(READING).setParameter("attachment", attachment).setParameter("subject", subject)
                .setParameter("hour", hour.atOffset(ZoneOffset.UTC)).executeUpdate().map(noted -> noted == 1);
    }

    @Override
    public Uni<Void> add(Mutiny.Session session, Attachment attachment) {
        return session.persist(attachment).chain(session::flush);
    }
}
