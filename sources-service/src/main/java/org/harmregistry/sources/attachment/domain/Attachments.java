package org.harmregistry.sources.attachment.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** The attachments of the register, in the session of one unit of work. */
public interface Attachments {

    /** The attachment, or {@code null}. */
    Uni<Attachment> find(Mutiny.Session session, UUID id);

    /** The attachment with its row locked until the unit of work ends, or {@code null}. */
    Uni<Attachment> findForChange(Mutiny.Session session, UUID id);

    /** The evidentiary attachment of the source with this content, or {@code null}. */
    Uni<Attachment> withContent(Mutiny.Session session, UUID source, String digest);

    /** The working copy of this kind that the registry made itself, or {@code null}. */
    Uni<Attachment> derivedFrom(Mutiny.Session session, UUID attachment, Derivation derivation);

    /** The working copy of this kind with this content, or {@code null}. */
    Uni<Attachment> derivedFrom(Mutiny.Session session, UUID attachment, Derivation derivation, String digest);

    /** What is known of an attachment beside its own record. */
    Uni<AttachmentKnowledge> knowledge(Mutiny.Session session, Attachment attachment);

    /**
     * The attachments of a source in the order of their ids.
     *
     * @param publicOnly only what everybody may have
     * @param after the id behind which the page begins; {@code null} for the first
     */
    Uni<List<Attachment>> list(Mutiny.Session session, UUID source, boolean publicOnly, UUID after, int limit);

    /** Notes who reads a content in which hour; true if that was not noted yet. */
    Uni<Boolean> noteReading(Mutiny.Session session, UUID attachment, String subject, Instant hour);

    Uni<Void> add(Mutiny.Session session, Attachment attachment);

    /** Keeps what the maker of a working copy says of it. */
    Uni<Void> note(Mutiny.Session session, UUID attachment, String note);
}
