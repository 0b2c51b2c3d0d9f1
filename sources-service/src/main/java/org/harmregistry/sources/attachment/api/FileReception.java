package org.harmregistry.sources.attachment.api;

import java.time.Duration;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.http.StreamedBody;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.archive.ArchiveFailure;
import org.harmregistry.sources.archive.FileArchive;
import org.harmregistry.sources.archive.FileExpectation;
import org.harmregistry.sources.archive.StoredFile;
import org.harmregistry.sources.attachment.domain.AttachmentDraft;
import org.harmregistry.sources.attachment.domain.AttachmentIntake;
import org.harmregistry.sources.attachment.domain.AttachmentIntake.Taken;
import org.harmregistry.sources.attachment.domain.Receptions;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** Receives files that come as one body: into the archive as they come, then into the register. */
@ApplicationScoped
class FileReception {

    private static final String TOO_LONG = "The body took longer than is waited for; nothing of it was stored. Use the resumable "
            + "upload.";

    private final AttachmentIntake intake;
    private final FileArchive archive;
    private final Receptions receptions;
    private final Duration longest;

    FileReception(AttachmentIntake intake, FileArchive archive,
            Receptions receptions, @ConfigProperty(name = "registry.uploads.longest-request") Duration longest) {
        this.intake = intake;
        this.archive = archive;
        this.receptions = receptions;
        this.longest = longest;
    }

    /**
     * @param draft reads what is said of the file; asked only once the caller was found to be allowed
     * @param expectation reads what is said of its bytes, then
     */
    Uni<Taken> receive(Caller caller, UUID source, Supplier<AttachmentDraft> draft, Supplier<FileExpectation> expectation,
            HttpServerRequest request) {
        return receive(intake.admit(caller, source).map(admitted -> draft.get()), expectation, request,
                (said, file) -> intake.take(caller, source, said, file));
    }

    /**
     * @param admission tells what is said of the file, once the caller was found to be allowed
     * @param expectation reads what is said of its bytes, then
     * @param taking takes the stored file into the register
     */
    <D> Uni<Taken> receive(Uni<D> admission, Supplier<FileExpectation> expectation, HttpServerRequest request,
            BiFunction<D, StoredFile, Uni<Taken>> taking) {
        // Listened to from here on: what came before a line broke would be lost meanwhile.
        Multi<Buffer> body = StreamedBody.of(request).onFailure(FileReception::isOfTheLine)
                .transform(cut -> Failure.of(ArchiveFailure.BODY_BROKE_OFF));
        return admission.chain(said -> {
            FileExpectation expected = expectation.get();
            StreamedBody.declaredLength(request, FileArchive.MOST);
            return receptions.bounded(() -> archive.store(body, expected)
                    .ifNoItem().after(longest).failWith(() -> Failure.of(ArchiveFailure.BODY_BROKE_OFF, TOO_LONG)))
                    .chain(file -> taking.apply(said, file));
        }).onFailure(Failure.class).transform(failure -> StreamedBody.refusal((Failure) failure, request));
    }

    private static boolean isOfTheLine(Throwable failure) {
        return !(failure instanceof Failure);
    }
}
