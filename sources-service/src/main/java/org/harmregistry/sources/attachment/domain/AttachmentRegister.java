package org.harmregistry.sources.attachment.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.archive.ArchivedFiles;
import org.harmregistry.sources.archive.ArchivedText.Integrity;
import org.harmregistry.sources.archive.ContentChecks;
import org.harmregistry.sources.archive.StoredFile;
import org.harmregistry.sources.scanning.domain.MalwareScanner;
import org.harmregistry.sources.source.domain.SourceAccess;
import org.harmregistry.sources.source.domain.Sources;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Shows attachments. */
@ApplicationScoped
public class AttachmentRegister {

    /**
     * An attachment as it is shown.
     *
     * @param integrity what is known to be wrong with its content; {@code null} if nothing is
     */
    public record Shown(Attachment attachment, Integrity integrity) {
    }

    /**
     * An attachment and where its bytes lie.
     *
     * @param file {@code null} if the archive does not know it
     * @param integrity what was wrong with them when they were last looked at; {@code null} if nothing was
     */
    public record Located(Attachment attachment, StoredFile file, Integrity integrity) {
    }

    private final UnitOfWork unitOfWork;
    private final Sources sources;
    private final Attachments attachments;
    private final AttachmentCustody custody;
    private final ArchivedFiles files;
    private final ContentChecks checks;
    private final MalwareScanner scanner;
    private final Clock clock;

    public AttachmentRegister(UnitOfWork unitOfWork, Sources sources, Attachments attachments, AttachmentCustody custody,
            ArchivedFiles files, ContentChecks checks, MalwareScanner scanner, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.sources = sources;
        this.attachments = attachments;
        this.custody = custody;
        this.files = files;
        this.checks = checks;
        this.scanner = scanner;
        this.clock = clock;
    }

    /**
     * An attachment, and what its readers may know of it.
     *
     * @param integrity what is known to be wrong with its content; {@code null} if nothing is
     */
    public record Known(Attachment attachment, AttachmentKnowledge knowledge, Integrity integrity) {
    }

    public Uni<Attachment> read(Caller caller, UUID source, UUID id) {
        return unitOfWork.run(session -> visible(session, caller, source, id));
    }

    /** An attachment with what was found in it and made of it; everybody is told of the copy alone. */
    public Uni<Known> know(Caller caller, UUID source, UUID id) {
        return unitOfWork.run(session -> visible(session, caller, source, id).chain(found -> {
            boolean all = caller.readsAll() || caller.belongsTo(found.organisation());
            Uni<AttachmentKnowledge> knowledge = all ? attachments.knowledge(session, found)
                    : Uni.createFrom().item(AttachmentKnowledge.UNTOLD);
            return knowledge.chain(told -> checks.found(session, found.digest())
                    .map(wrong -> new Known(found, told, wrong)));
        }));
    }

    private Uni<List<Shown>> shown(Mutiny.Session session, List<Attachment> found) {
        return checks.found(session, found.stream().map(Attachment::digest).collect(Collectors.toSet()))
                .map(wrong -> found.stream()
                        .map(attachment -> new Shown(attachment, wrong.get(attachment.digest()))).toList());
    }

    /** A page of the attachments of a source that the caller may see, one more if there is a next page. */
    public Uni<List<Shown>> list(Caller caller, UUID source, UUID after, int limit) {
        return unitOfWork.run(session -> sources.find(session, source, caller).chain(found -> {
            SourceAccess.visible(found, caller);
            boolean all = AttachmentAccess.seesAll(found, caller);
            return all || found.isPublic() ? attachments.list(session, source, !all, after, limit + 1)
                    .chain(list -> shown(session, list)) : Uni.createFrom().item(List.<Shown> of());
        }));
    }

    /** An attachment whose bytes the caller is about to look for. */
    public Uni<Located> locate(Caller caller, UUID source, UUID id) {
        return unitOfWork.run(session -> visible(session, caller, source, id)
                .invoke(found -> AttachmentAccess.requireContent(found, caller, scanner.isConfigured()))
                .chain(found -> checks.found(session, found.digest()).map(wrong -> new Shown(found, wrong))))
                .chain(shown -> files.find(shown.attachment().digest())
                        .map(file -> new Located(shown.attachment(), file, shown.integrity())));
    }

    /**
     * Notes in the custody log, once an hour, that the caller is given the bytes; to be done before the first of them is sent.
     */
    public Uni<Void> handOut(Caller caller, Attachment attachment) {
        if (caller.isAnonymous()) {
            return Uni.createFrom().voidItem();
        }
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        return unitOfWork.run(session -> attachments.noteReading(session, attachment.id(), caller.subject(), hour)
                .chain(first -> first ? custody.accessed(session, caller, attachment) : Uni.createFrom().voidItem()));
    }

    /**
     * Notes that a reader came upon content that is not what it was, or that is whole again; the check of all content looks at
     * it next, and says so in the custody log.
     */
    public Uni<Void> cameUpon(Attachment attachment, Integrity integrity) {
        return unitOfWork.run(session -> checks.suspect(session, attachment.digest(), integrity))
                .onFailure(Failure.class).recoverWithNull();
    }

    private Uni<Attachment> visible(Mutiny.Session session, Caller caller, UUID source, UUID id) {
        return sources.find(session, source, caller).chain(of -> {
            SourceAccess.visible(of, caller);
            return attachments.find(session, id).map(found -> AttachmentAccess.visible(found, source, of, caller));
        });
    }
}
