package org.harmregistry.sources.attachment.domain;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.sources.archive.ArchivedFiles;
import org.harmregistry.sources.archive.StoredFile;
import org.harmregistry.sources.source.domain.SourceAccess;
import org.harmregistry.sources.source.domain.Sources;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Shows attachments. */
@ApplicationScoped
public class AttachmentRegister {

    /** An attachment and where its bytes lie. */
    public record Located(Attachment attachment, StoredFile file) {
    }

    private final UnitOfWork unitOfWork;
    private final Sources sources;
    private final Attachments attachments;
    private final AttachmentCustody custody;
    private final ArchivedFiles files;

    public AttachmentRegister(UnitOfWork unitOfWork, Sources sources, Attachments attachments, AttachmentCustody custody,
            ArchivedFiles files) {
        this.unitOfWork = unitOfWork;
        this.sources = sources;
        this.attachments = attachments;
        this.custody = custody;
        this.files = files;
    }

    /** An attachment, and what its readers may know of it. */
    public record Known(Attachment attachment, AttachmentKnowledge knowledge) {
    }

    public Uni<Attachment> read(Caller caller, UUID source, UUID id) {
        return unitOfWork.run(session -> visible(session, caller, source, id));
    }

    /** An attachment with what was found in it and made of it; everybody is told of the copy alone. */
    public Uni<Known> know(Caller caller, UUID source, UUID id) {
        return unitOfWork.run(session -> visible(session, caller, source, id).chain(found -> {
            boolean all = caller.readsAll() || caller.belongsTo(found.organisation());
            return all ? attachments.knowledge(session, found).map(knowledge -> new Known(found, knowledge))
                    : Uni.createFrom().item(new Known(found, AttachmentKnowledge.UNTOLD));
        }));
    }

    /** A page of the attachments of a source that the caller may see, one more if there is a next page. */
    public Uni<List<Attachment>> list(Caller caller, UUID source, UUID after, int limit) {
        return unitOfWork.run(session -> sources.find(session, source).chain(found -> {
            SourceAccess.visible(found, caller);
            boolean all = AttachmentAccess.seesAll(found, caller);
            return all || found.isPublic() ? attachments.list(session, source, !all, after, limit + 1)
                    : Uni.createFrom().item(List.<Attachment> of());
        }));
    }

    /** An attachment whose bytes the caller is about to look for. */
    public Uni<Located> locate(Caller caller, UUID source, UUID id) {
        return read(caller, source, id).invoke(found -> AttachmentAccess.requireContent(found, caller))
                .chain(found -> files.find(found.digest()).map(file -> new Located(found, file)));
    }

    /** Notes in the custody log that the caller is given the bytes; to be done before the first of them is sent. */
    public Uni<Void> handOut(Caller caller, Attachment attachment) {
        if (caller.isAnonymous()) {
            return Uni.createFrom().voidItem();
        }
        return unitOfWork.run(session -> custody.accessed(session, caller, attachment));
    }

    private Uni<Attachment> visible(Mutiny.Session session, Caller caller, UUID source, UUID id) {
        return sources.find(session, source).chain(of -> {
            SourceAccess.visible(of, caller);
            return attachments.find(session, id).map(found -> AttachmentAccess.visible(found, source, of, caller));
        });
    }
}
