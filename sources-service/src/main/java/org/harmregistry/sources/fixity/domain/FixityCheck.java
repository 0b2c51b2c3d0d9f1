package org.harmregistry.sources.fixity.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.time.Pauses;
import org.harmregistry.sources.archive.Archive;
import org.harmregistry.sources.archive.ArchiveWalks;
import org.harmregistry.sources.archive.ArchivedFiles;
import org.harmregistry.sources.archive.ArchivedText;
import org.harmregistry.sources.archive.ArchivedText.Integrity;
import org.harmregistry.sources.archive.ContentChecks;
import org.harmregistry.sources.archive.ContentChecks.Due;
import org.harmregistry.sources.archive.FileArchive;
import org.harmregistry.sources.custody.domain.CustodyAct;
import org.harmregistry.sources.custody.domain.CustodyEntry;
import org.harmregistry.sources.custody.domain.CustodyLog;
import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Looks at all content in turn, whatever its age: bytes rot, and hands slip, without anybody reading them. No faster than
 * it was told to, so that who works with the registry does not notice. Replicas share the work.
 */
@ApplicationScoped
public class FixityCheck {

    private static final Logger LOG = Logger.getLogger("registry.archive");
    private static final String ACTOR = "registry:fixity";
    private static final int AT_ONCE = 32;
    private static final int SOURCES_AT_ONCE = 500;
    private static final String BEGINNING = "00000000-0000-0000-0000-000000000000";

    private final UnitOfWork unitOfWork;
    private final ContentChecks checks;
    private final FixityFindings findings;
    private final ArchivedFiles files;
    private final FileArchive archive;
    private final Archive texts;
    private final ArchiveWalks walks;
    private final CustodyLog custody;
    private final Pauses pauses;
    private final Clock clock;
    private final Duration again;
    private final long bytesPerSecond;

    public FixityCheck(UnitOfWork unitOfWork, ContentChecks checks, FixityFindings findings, ArchivedFiles files,
            FileArchive archive, Archive texts, ArchiveWalks walks, CustodyLog custody, Pauses pauses, Clock clock,
            @ConfigProperty(name = "registry.fixity.again-after") Duration again,
            @ConfigProperty(name = "registry.fixity.bytes-per-second") long bytesPerSecond) {
        this.unitOfWork = unitOfWork;
        this.checks = checks;
        this.findings = findings;
        this.files = files;
        this.archive = archive;
        this.texts = texts;
        this.walks = walks;
        this.custody = custody;
        this.pauses = pauses;
        this.clock = clock;
        this.again = again;
        this.bytesPerSecond = bytesPerSecond;
    }

    /**
     * Looks at what was not looked at for the longest time.
     *
     * @return how many contents were looked at; fails if the archive does not answer, and goes on with the same later
     */
    public Uni<Integer> check() {
        return walks.step("texts", after -> unitOfWork.run(session -> checks.expectTexts(session, after, SOURCES_AT_ONCE))
                .map(last -> last == null ? BEGINNING : last))
                .chain(() -> unitOfWork.run(session -> checks.claim(session, clock.instant().minus(again), AT_ONCE)))
                .chain(due -> Multi.createFrom().iterable(due).onItem().transformToUniAndConcatenate(this::check)
                        .onItem().ignoreAsUni().replaceWith(due.size()));
    }

    private Uni<Void> check(Due due) {
        return (due.kind().equals("file") ? checkFile(due) : checkText(due)).replaceWithVoid();
    }

    private Uni<Void> checkFile(Due due) {
        return files.find(due.digest()).chain(file -> archive.verify(file)
                .chain(found -> note(due, found))
                .chain(() -> pauses.of(Duration.ofMillis(1 + file.length() * 1_000 / bytesPerSecond))));
    }

    private Uni<Void> checkText(Due due) {
        return texts.read(Set.of(due.digest())).chain(read -> {
            ArchivedText text = read.get(due.digest());
            long length = text.text() == null ? 0 : text.text().length();
            return note(due, text.integrity())
                    .chain(() -> pauses.of(Duration.ofMillis(1 + length * 1_000 / bytesPerSecond)));
        });
    }

    /** Of a text only what is wrong, or right again, goes into the custody log: there are many, and most come from imports. */
    private Uni<Void> note(Due due, Integrity found) {
        if (found != null) {
            LOG.errorf("%s: %s %s", found, due.kind(), due.digest());
        }
        boolean told = due.kind().equals("file") || found != due.known();
        return unitOfWork.run(session -> checks.note(session, due.digest(), due.kind(), found)
                .chain(() -> told ? findings.holders(session, due.digest(), due.kind())
                        : Uni.createFrom().item(List.<FixityFindings.Holder> of()))
                .chain(holders -> custody.append(session, holders.stream().map(holder -> entry(due, holder, found)).toList())));
    }

    private CustodyEntry entry(Due due, FixityFindings.Holder holder, Integrity found) {
        return new CustodyEntry(holder.source(), holder.attachment(), CustodyAct.VERIFIED, ACTOR, clock.instant(), due.digest(),
                null, Map.of("result", found == null ? "whole" : found.word()));
    }

    @Scheduled(every = "${registry.fixity.every}", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> checkInTurn() {
        return check().replaceWithVoid().onFailure().recoverWithNull();
    }
}
