package org.harmregistry.sources.duplicate.domain;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.sources.attachment.domain.Attachment;
import org.harmregistry.sources.attachment.domain.AttachmentFollower;
import org.harmregistry.sources.duplicate.domain.Likeness.Mark;
import org.harmregistry.sources.duplicate.domain.Likeness.MarkKind;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Notes the digest of each file that comes in: sources with a file of the same bytes are named to each other. */
@ApplicationScoped
class FileLikeness implements AttachmentFollower {

    private final Likenesses likenesses;

    FileLikeness(Likenesses likenesses) {
        this.likenesses = likenesses;
    }

    @Override
    public Uni<Void> follow(Mutiny.Session session, Caller caller, Attachment attachment) {
        return likenesses.note(session, attachment.sourceId(), new Mark(MarkKind.FILE, attachment.digest()));
    }
}
