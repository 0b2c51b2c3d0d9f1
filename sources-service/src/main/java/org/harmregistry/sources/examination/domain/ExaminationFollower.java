package org.harmregistry.sources.examination.domain;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.sources.attachment.domain.Attachment;
import org.harmregistry.sources.attachment.domain.AttachmentFollower;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Asks for the examination of what has come in. */
@ApplicationScoped
class ExaminationFollower implements AttachmentFollower {

    private final Examinations examinations;

    ExaminationFollower(Examinations examinations) {
        this.examinations = examinations;
    }

    @Override
    public Uni<Void> follow(Mutiny.Session session, Caller caller, Attachment attachment) {
        return examinations.demand(session, attachment.id());
    }
}
