package org.harmregistry.sources.attachment.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.archive.ArchivedFiles;
import org.harmregistry.sources.archive.StoredFile;
import org.harmregistry.sources.source.domain.Source;
import org.harmregistry.sources.source.domain.SourceAccess;
import org.harmregistry.sources.source.domain.Sources;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Takes in files that lie in the archive already. */
@ApplicationScoped
public class AttachmentIntake {

    /**
     * What came of it.
     *
     * @param made false if the source had this content before
     */
    public record Taken(Attachment attachment, boolean made) {
    }

    private final UnitOfWork unitOfWork;
    private final Sources sources;
    private final Attachments attachments;
    private final ArchivedFiles files;
    private final AttachmentJournal journal;
    private final AttachmentCustody custody;
    private final Instance<AttachmentFollower> followers;
    private final Clock clock;

    public AttachmentIntake(UnitOfWork unitOfWork, Sources sources, Attachments attachments, ArchivedFiles files,
            AttachmentJournal journal, AttachmentCustody custody, Instance<AttachmentFollower> followers, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.sources = sources;
        this.attachments = attachments;
        this.files = files;
        this.journal = journal;
        this.custody = custody;
        this.followers = followers;
        this.clock = clock;
    }

    /** Whether the caller may attach to the source; asked before a byte is taken. */
    public Uni<Source> admit(Caller caller, UUID source) {
        return unitOfWork.run(session -> sources.find(session, source, caller).map(found -> attachable(found, caller)));
    }

    /** Takes in a file as evidence. The same content of the same source again gives the attachment that is there. */
    public Uni<Taken> take(Caller caller, UUID source, AttachmentDraft draft, StoredFile file) {
        return unitOfWork.run(session -> take(session, caller, source, draft, file));
    }

    /** The same in a unit of work that does more. */
    public Uni<Taken> take(Mutiny.Session session, Caller caller, UUID source, AttachmentDraft draft, StoredFile file) {
        // The lock makes of two who send the same at once one who finds what the other has attached.
        return sources.findForChange(session, source)
                .invoke(found -> attachable(found, caller))
                .chain(of -> attachments.withContent(session, source, file.digest())
                        .chain(there -> there == null ? attach(session, caller, of, draft, file)
                                : Uni.createFrom().item(() -> again(there, draft))));
    }

    private static Taken again(Attachment there, AttachmentDraft draft) {
        if (draft.id() != null && !draft.id().equals(there.id())) {
            throw Failure.of(AttachmentFailure.ALREADY_ATTACHED,
                    "The source has this content as attachment " + there.id() + ".");
        }
        return new Taken(there, false);
    }

    private Uni<Taken> attach(Mutiny.Session session, Caller caller, Source source, AttachmentDraft draft, StoredFile file) {
        UUID id = draft.id() == null ? newId() : draft.id();
        Attachment attachment = Attachment.received(id, source, caller, draft, file, now());
        return attachments.find(session, id).invoke(there -> {
            if (there != null) {
                throw Failure.of(CommonFailure.ID_NOT_AVAILABLE);
            }
        }).chain(() -> files.name(session, file))
                .chain(() -> attachments.add(session, attachment))
                .chain(() -> journal.append(session, caller, attachment, source, "created", null, false))
                .chain(() -> custody.ingested(session, caller, attachment))
                .chain(() -> follow(session, caller, attachment))
                .replaceWith(new Taken(attachment, true));
    }

    /**
     * Takes in a file that was made of an attachment; one copy of each kind is kept.
     *
     * @param actor who or what made it, for the record
     */
    public Uni<Taken> derive(Mutiny.Session session, Caller actor, Attachment from, WorkingCopy copy) {
        return sources.findForChange(session, from.sourceId())
                .chain(source -> there(session, from, copy).chain(there -> there != null
                        ? Uni.createFrom().item(new Taken(there, false))
                        : derive(session, actor, source, from, copy)));
    }

    /** Of what people make there may be several of a kind, but not the same twice. */
    private Uni<Attachment> there(Mutiny.Session session, Attachment from, WorkingCopy copy) {
        return copy.derivation().byHand()
                ? attachments.derivedFrom(session, from.id(), copy.derivation(), copy.file().digest())
                : attachments.derivedFrom(session, from.id(), copy.derivation());
    }

    private Uni<Taken> derive(Mutiny.Session session, Caller actor, Source source, Attachment from, WorkingCopy copy) {
        Attachment made = Attachment.derived(newId(), source, actor.subject(), from, copy, now());
        return files.name(session, copy.file())
                .chain(() -> attachments.add(session, made))
                .chain(() -> attachments.note(session, made.id(), copy.note()))
                .chain(() -> journal.append(session, actor, made, source, "created", null, false))
                .chain(() -> custody.copied(session, actor, from, made))
                .chain(() -> copy.derivation().byHand() ? follow(session, actor, made) : Uni.createFrom().voidItem())
                .replaceWith(new Taken(made, true));
    }

    private Uni<Void> follow(Mutiny.Session session, Caller caller, Attachment attachment) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (AttachmentFollower follower : followers) {
            done = done.chain(() -> follower.follow(session, caller, attachment));
        }
        return done;
    }

    private static Source attachable(Source found, Caller caller) {
        Source source = SourceAccess.visible(found, caller);
        SourceAccess.requireChange(source, caller);
        return source;
    }

    private static UUID newId() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
