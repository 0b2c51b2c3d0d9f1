package org.harmregistry.sources.examination.domain;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.archive.ArchiveFailure;
import org.harmregistry.sources.archive.ArchivedFiles;
import org.harmregistry.sources.archive.StoredFile;
import org.harmregistry.sources.attachment.domain.Attachment;
import org.harmregistry.sources.attachment.domain.Attachments;
import org.harmregistry.sources.attachment.domain.FileName;
import org.harmregistry.sources.attachment.domain.WorkingCopy;
import org.harmregistry.sources.examination.domain.Examinations.Claim;
import org.harmregistry.sources.examination.domain.Examined.Copied;
import org.harmregistry.sources.scanning.domain.MalwareScanner;
import org.harmregistry.sources.scanning.domain.ScanningFailure;
import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Examines what came in, one file after the other on each replica. The row that asks for it was written with the attachment; a
 * claim on it holds for a time, so that a replica that died is followed by another. Until then, and while examinations fail, an
 * attachment stays as it came in and is handed out as bytes without a type only.
 */
@ApplicationScoped
public class ExaminationJob {

    private static final Logger LOG = Logger.getLogger(ExaminationJob.class);
    private static final int MOST_ATTEMPTS = 6;

    private final UnitOfWork unitOfWork;
    private final Examinations examinations;
    private final Attachments attachments;
    private final ArchivedFiles files;
    private final ExaminationDirectory directory;
    private final ExaminationWorkers workers;
    private final ExaminationRecord record;
    private final TrustedAuthorities authorities;
    private final MalwareScanner scanner;
    private final Duration lease;
    private final Duration firstWait;

    ExaminationJob(UnitOfWork unitOfWork, Examinations examinations, Attachments attachments, ArchivedFiles files,
            ExaminationDirectory directory, ExaminationWorkers workers, ExaminationRecord record,
            TrustedAuthorities authorities, MalwareScanner scanner,
            @ConfigProperty(name = "registry.examination.lease") Duration lease,
            @ConfigProperty(name = "registry.examination.first-wait") Duration firstWait) {
        this.unitOfWork = unitOfWork;
        this.examinations = examinations;
        this.attachments = attachments;
        this.files = files;
        this.directory = directory;
        this.workers = workers;
        this.record = record;
        this.authorities = authorities;
        this.scanner = scanner;
        this.lease = lease;
        this.firstWait = firstWait;
    }

    @Scheduled(every = "${registry.examination.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> examineInTurn() {
        return examineAll().onFailure().recoverWithNull().replaceWithVoid();
    }

    /** Examines all that is due, at most 100 files at a time; tells how many. */
    public Uni<Integer> examineAll() {
        return Multi.createBy().repeating().uni(this::next).whilst(found -> found).select().first(100)
                .filter(found -> found).collect().asList().map(List::size);
    }

    private Uni<Boolean> next() {
        return unitOfWork.run(session -> examinations.claim(session, UUID.randomUUID(), lease))
                .chain(claim -> claim == null ? Uni.createFrom().item(false) : examine(claim).replaceWith(true));
    }

    private Uni<Void> examine(Claim claim) {
        return unitOfWork.run(session -> attachments.find(session, claim.attachment()).chain(
                attachment -> examinations.tokens(session, attachment.id()).map(tokens -> new Work(attachment, tokens))))
                .chain(work -> files.find(work.attachment().digest()).chain(file -> examine(claim, work, file)))
                .ifNoItem().after(lease).fail()
                .onFailure().recoverWithUni(failure -> postpone(claim, failure));
    }

    private record Work(Attachment attachment, List<Token> tokens) {
    }

    private Uni<Void> examine(Claim claim, Work work, StoredFile file) {
        if (file == null) {
            throw Failure.of(ArchiveFailure.CONTENT_MISSING);
        }
        return directory.fetch(file).chain(path -> examine(claim, work, path)
                .eventually(() -> directory.drop(path)));
    }

    private Uni<Void> examine(Claim claim, Work work, Path path) {
        Attachment attachment = work.attachment();
        return workers.on(() -> new FileExamination(attachment, path, work.tokens(), authorities, scanner).run())
                .chain(examined -> Multi.createFrom().iterable(examined.copies())
                        .onItem().transformToUniAndConcatenate(copy -> directory.store(copy.file())
                                .map(stored -> new WorkingCopy(copy.derivation(), name(attachment, copy), copy.mediaType(),
                                        stored, null)))
                        .collect().asList()
                        .chain(copies -> record.write(claim, attachment, examined, copies)));
    }

    /** The original's name with what was done: {@code photo.thumbnail.jpg}. */
    private static FileName name(Attachment attachment, Copied copy) {
        String name = attachment.name();
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String ending = copy.ending().isEmpty() && dot > 0 ? name.substring(dot) : copy.ending();
        return FileName.of(stem + "." + copy.derivation().word() + ending);
    }

    private Uni<Void> postpone(Claim claim, Throwable failure) {
        String cause = failure instanceof Failure known ? ((Enum<?>) known.code()).name().toLowerCase(Locale.ROOT)
                : "unexpected";
        LOG.warnf("Examination of attachment %s failed: %s", claim.attachment(), cause);
        LOG.debug("Cause", failure);
        // However long the scanner is away: what it was not shown stays where it is, and waits.
        boolean scannerAway = failure instanceof Failure known && known.code() == ScanningFailure.SCANNER_UNAVAILABLE;
        boolean over = claim.attempts() >= MOST_ATTEMPTS && !scannerAway;
        Duration wait = over ? null : firstWait.multipliedBy(1L << Math.min(claim.attempts(), 10));
        return unitOfWork.run(session -> examinations.postpone(session, claim, wait, cause))
                .onFailure().recoverWithNull();
    }
}
