package org.harmregistry.sources.examination.domain;

import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.attachment.domain.Attachment;
import org.harmregistry.sources.attachment.domain.AttachmentAccess;
import org.harmregistry.sources.attachment.domain.AttachmentJournal;
import org.harmregistry.sources.attachment.domain.Attachments;
import org.harmregistry.sources.capture.domain.TimestampVerification;
import org.harmregistry.sources.source.domain.Source;
import org.harmregistry.sources.source.domain.SourceAccess;
import org.harmregistry.sources.source.domain.Sources;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Takes in time-stamp tokens for attachments, and has attachments examined again. */
@ApplicationScoped
public class Proofs {

    public static final int LARGEST_TOKEN = 64 * 1024;

    private final UnitOfWork unitOfWork;
    private final Sources sources;
    private final Attachments attachments;
    private final AttachmentJournal journal;
    private final Examinations examinations;
    private final ExaminationWorkers workers;
    private final Clock clock;

    public Proofs(UnitOfWork unitOfWork, Sources sources, Attachments attachments, AttachmentJournal journal,
            Examinations examinations, ExaminationWorkers workers, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.sources = sources;
        this.attachments = attachments;
        this.journal = journal;
        this.examinations = examinations;
        this.workers = workers;
        this.clock = clock;
    }

    /** Has the attachment examined anew, with all that was brought for it. */
    public Uni<Attachment> again(Caller caller, UUID source, UUID attachment) {
        return changing(caller, source, attachment, (session, found) -> examinations.demand(session, found.id()));
    }

    /** Keeps a token for the attachment, as received, and has it verified; the same token again changes nothing. */
    public Uni<Attachment> take(Caller caller, UUID source, UUID attachment, byte[] bytes) {
        return unitOfWork.run(session -> find(session, caller, source, attachment))
                .chain(found -> readable(bytes))
                .chain(() -> changing(caller, source, attachment, (session, found) -> keep(session, caller, found, bytes)));
    }

    private Uni<Void> keep(Mutiny.Session session, Caller caller, Attachment attachment, byte[] bytes) {
        Token token = new Token(UuidVersion7Strategy.INSTANCE.generateUuid(null), bytes);
        return examinations.keep(session, attachment.id(), token, CanonicalJson.digest(bytes), caller.subject(),
                clock.instant().truncatedTo(ChronoUnit.MICROS))
                .chain(kept -> kept ? noted(session, caller, attachment) : Uni.createFrom().voidItem());
    }

    private Uni<Void> noted(Mutiny.Session session, Caller caller, Attachment attachment) {
        return sources.find(session, attachment.sourceId()).chain(source -> {
            boolean publicBefore = attachment.isPublic(source);
            attachment.changed(clock.instant().truncatedTo(ChronoUnit.MICROS));
            return journal.append(session, caller, attachment, source, "timestamped", null, publicBefore)
                    .chain(() -> examinations.demand(session, attachment.id()));
        });
    }

    private Uni<Void> readable(byte[] bytes) {
        if (bytes == null || bytes.length == 0) {
            throw Failure.of(ExaminationFailure.TOKEN_UNREADABLE);
        }
        if (bytes.length > LARGEST_TOKEN) {
            throw Failure.of(ExaminationFailure.TOKEN_TOO_LARGE);
        }
        return workers.on(() -> TimestampVerification.imprintAlgorithm(bytes))
                .onFailure(IOException.class).transform(e -> Failure.of(ExaminationFailure.TOKEN_UNREADABLE))
                .replaceWithVoid();
    }

    private Uni<Attachment> changing(Caller caller, UUID source, UUID attachment,
            BiFunction<Mutiny.Session, Attachment, Uni<Void>> work) {
        return unitOfWork.run(session -> sources.findForChange(session, source, caller)
                .chain(of -> attachments.findForChange(session, attachment)
                        .map(found -> changeable(found, of, source, caller))
                        .call(found -> work.apply(session, found))));
    }

    private Uni<Attachment> find(Mutiny.Session session, Caller caller, UUID source, UUID attachment) {
        return sources.find(session, source, caller).chain(of -> attachments.find(session, attachment)
                .map(found -> changeable(found, of, source, caller)));
    }

    private static Attachment changeable(Attachment attachment, Source of, UUID source, Caller caller) {
        Attachment found = AttachmentAccess.visible(attachment, source, of, caller);
        SourceAccess.requireChange(of, caller);
        return found;
    }
}
