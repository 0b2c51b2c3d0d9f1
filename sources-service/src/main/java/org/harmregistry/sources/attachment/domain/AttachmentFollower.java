package org.harmregistry.sources.attachment.domain;

import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** What must follow, in the same unit of work, when an attachment has come in. */
public interface AttachmentFollower {

    Uni<Void> follow(Mutiny.Session session, Caller caller, Attachment attachment);
}
