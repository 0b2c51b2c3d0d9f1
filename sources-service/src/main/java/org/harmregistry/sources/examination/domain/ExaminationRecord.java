package org.harmregistry.sources.examination.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.sources.attachment.domain.Attachment;
import org.harmregistry.sources.attachment.domain.AttachmentIntake;
import org.harmregistry.sources.attachment.domain.AttachmentJournal;
import org.harmregistry.sources.attachment.domain.Attachments;
import org.harmregistry.sources.attachment.domain.WorkingCopy;
import org.harmregistry.sources.capture.domain.CheckKind;
import org.harmregistry.sources.capture.domain.CheckOutcome;
import org.harmregistry.sources.custody.domain.CustodyAct;
import org.harmregistry.sources.custody.domain.CustodyEntry;
import org.harmregistry.sources.custody.domain.CustodyLog;
import org.harmregistry.sources.duplicate.domain.PictureHash;
import org.harmregistry.sources.duplicate.domain.PictureLikeness;
import org.harmregistry.sources.examination.domain.Examinations.Claim;
import org.harmregistry.sources.examination.domain.Examined.Checked;
import org.harmregistry.sources.source.domain.Source;
import org.harmregistry.sources.source.domain.Sources;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Writes what an examination came to, all of it in one transaction: findings, checks, copies, history and custody. */
@ApplicationScoped
class ExaminationRecord {

    /** Under which name the registry itself stands in history and custody. */
    static final Caller REGISTRY = new Caller("registry:examination", null, Set.of());
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final UnitOfWork unitOfWork;
    private final Sources sources;
    private final Attachments attachments;
    private final AttachmentIntake intake;
    private final AttachmentJournal journal;
    private final Examinations examinations;
    private final CustodyLog custody;
    private final PictureLikeness likeness;
    private final Clock clock;

    ExaminationRecord(UnitOfWork unitOfWork, Sources sources, Attachments attachments, AttachmentIntake intake,
            AttachmentJournal journal, Examinations examinations, CustodyLog custody, PictureLikeness likeness,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.sources = sources;
        this.attachments = attachments;
        this.intake = intake;
        this.journal = journal;
        this.examinations = examinations;
        this.custody = custody;
        this.likeness = likeness;
        this.clock = clock;
    }

    /**
     * Writes it, unless the claim has run out and somebody else is at it.
     *
     * @param copies what was made, in the archive already
     */
    Uni<Void> write(Claim claim, Attachment seen, Examined examined, List<WorkingCopy> copies) {
        return unitOfWork.run(LONGEST, session -> examinations.holds(session, claim).chain(holds -> holds
                ? sources.findForChange(session, seen.sourceId())
                        .chain(source -> write(session, claim, source, examined, copies))
                : Uni.createFrom().voidItem()));
    }

    private Uni<Void> write(Mutiny.Session session, Claim claim, Source source, Examined examined, List<WorkingCopy> copies) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return attachments.findForChange(session, claim.attachment()).chain(attachment -> {
            boolean publicBefore = attachment.isPublic(source);
            attachment.inspected(examined.inspection().mediaType(), examined.inspection().quarantined(), now);
            return journal.append(session, REGISTRY, attachment, source, "inspected", null, publicBefore)
                    .chain(() -> each(copies, copy -> intake.derive(session, REGISTRY, attachment, copy).replaceWithVoid()))
                    .chain(() -> each(examined.checks(), check -> examinations.keep(session, attachment.id(), check, now)))
                    .chain(() -> alike(session, attachment, examined.picture()))
                    .chain(() -> custody.append(session, entries(attachment, examined.checks(), now)))
                    .chain(() -> examinations.complete(session, claim, examined.inspection().findings(), examined.notMade()));
        });
    }

    /** A picture that came in may be one that another source has; its own copies are no news. */
    private Uni<Void> alike(Mutiny.Session session, Attachment attachment, PictureHash picture) {
        return picture == null || attachment.derivedFrom() != null ? Uni.createFrom().voidItem()
                : likeness.note(session, attachment.sourceId(), attachment.id(), picture);
    }

    private static List<CustodyEntry> entries(Attachment attachment, List<Checked> checks, Instant now) {
        List<CustodyEntry> entries = new ArrayList<>();
        for (Checked check : checks) {
            if (check.result().outcome() == CheckOutcome.NOT_VERIFIABLE) {
                continue;
            }
            boolean stamped = check.result().kind() == CheckKind.TIMESTAMP
                    && check.result().outcome() == CheckOutcome.VERIFIED;
            entries.add(new CustodyEntry(attachment.sourceId(), attachment.id(),
                    stamped ? CustodyAct.TIMESTAMPED : CustodyAct.VERIFIED, REGISTRY.subject(), now, attachment.digest(), null,
                    Map.of("check", check.result().kind().word(), "outcome", check.result().outcome().word())));
        }
        return entries;
    }

    private static <T> Uni<Void> each(List<T> items, Function<T, Uni<Void>> work) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (T item : items) {
            done = done.chain(() -> work.apply(item));
        }
        return done;
    }
}
