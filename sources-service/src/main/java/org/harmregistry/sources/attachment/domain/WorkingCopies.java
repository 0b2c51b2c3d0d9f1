package org.harmregistry.sources.attachment.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.http.Preconditions;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.attachment.domain.AttachmentIntake.Taken;
import org.harmregistry.sources.source.domain.Source;
import org.harmregistry.sources.source.domain.SourceAccess;
import org.harmregistry.sources.source.domain.Sources;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Working copies that people make, and which of all working copies everybody may have. */
@ApplicationScoped
public class WorkingCopies {

    private final UnitOfWork unitOfWork;
    private final Sources sources;
    private final Attachments attachments;
    private final AttachmentIntake intake;
    private final AttachmentJournal journal;
    private final AttachmentCustody custody;
    private final Clock clock;

    public WorkingCopies(UnitOfWork unitOfWork, Sources sources, Attachments attachments, AttachmentIntake intake,
            AttachmentJournal journal, AttachmentCustody custody, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.sources = sources;
        this.attachments = attachments;
        this.intake = intake;
        this.journal = journal;
        this.custody = custody;
        this.clock = clock;
    }

    /** Whether the caller may bring a copy of the attachment; asked before a byte is taken. */
    public Uni<Void> admit(Caller caller, UUID source, UUID attachment) {
        return unitOfWork.run(session -> sources.find(session, source, caller)
                .chain(found -> attachments.find(session, attachment).invoke(of -> admitted(found, of, caller))))
                .replaceWithVoid();
    }

    /** Takes in a copy that somebody made. The same content of the same kind again gives the copy that is there. */
    public Uni<Taken> take(Caller caller, UUID source, UUID attachment, WorkingCopy copy) {
        return unitOfWork.run(session -> sources.findForChange(session, source, caller)
                .chain(found -> attachments.findForChange(session, attachment).chain(from -> {
                    admitted(found, from, caller);
                    return intake.derive(session, caller, from, copy).call(taken -> taken.made()
                            ? changed(session, caller, found, from)
                            : Uni.createFrom().voidItem());
                })));
    }

    private Uni<Void> changed(Mutiny.Session session, Caller caller, Source source, Attachment from) {
        boolean publicBefore = from.isPublic(source);
        from.changed(now());
        return journal.append(session, caller, from, source, "copied", null, publicBefore);
    }

    /**
     * Lets everybody have a working copy while its source is public, or takes that back; by a publisher.
     *
     * @param reason for history and custody
     */
    public Uni<Attachment> release(Caller caller, UUID source, UUID attachment, String ifMatch, Release step,
            Supplier<String> reason) {
        return unitOfWork.run(session -> sources.findForChange(session, source, caller)
                .chain(found -> attachments.findForChange(session, attachment).chain(copy -> {
                    AttachmentAccess.visible(copy, source, found, caller);
                    caller.require(Role.PUBLISHER);
                    String why = reason.get();
                    Preconditions.requireMatch(ifMatch, AttachmentAccess.tag(copy, caller));
                    boolean publicBefore = copy.isPublic(found);
                    step.take(copy, now());
                    return journal.append(session, caller, copy, found, step.kind, why, publicBefore)
                            .chain(() -> custody.released(session, caller, copy, why)).replaceWith(copy);
                })));
    }

    /** What a publisher decides of a working copy. */
    public enum Release {
        RELEASE("released"),
        WITHHOLDING("withheld");

        private final String kind;

        Release(String kind) {
            this.kind = kind;
        }

        private void take(Attachment copy, Instant now) {
            if (this == RELEASE) {
                copy.release(now);
            } else {
                copy.withhold(now);
            }
        }
    }

    private static void admitted(Source source, Attachment attachment, Caller caller) {
        SourceAccess.visible(source, caller);
        AttachmentAccess.visible(attachment, source.id(), source, caller);
        SourceAccess.requireChange(source, caller);
    }

    /** Reads which copy is brought, one that people make. */
    public static Derivation byHand(String word) {
        return Derivation.find(word).filter(Derivation::byHand).orElseThrow(() -> Failure.atParameter(
                CommonFailure.INVALID_PARAMETER, "derivation", "Say transcript, redaction or translation."));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
