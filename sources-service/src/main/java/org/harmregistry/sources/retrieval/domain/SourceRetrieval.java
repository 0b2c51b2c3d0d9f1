package org.harmregistry.sources.retrieval.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.database.WhereAsked;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.kit.web.WebFailure;
import org.harmregistry.sources.archive.FileArchive;
import org.harmregistry.sources.archive.FileExpectation;
import org.harmregistry.sources.archive.StoredFile;
import org.harmregistry.sources.attachment.domain.AttachmentDraft;
import org.harmregistry.sources.attachment.domain.AttachmentIntake;
import org.harmregistry.sources.attachment.domain.FileName;
import org.harmregistry.sources.custody.domain.CustodyAct;
import org.harmregistry.sources.custody.domain.CustodyEntry;
import org.harmregistry.sources.custody.domain.CustodyLog;
import org.harmregistry.sources.source.domain.Source;

import io.smallrye.mutiny.Uni;

/** Fetches a source's page and keeps it as an attachment, with its collection in the custody log. */
@ApplicationScoped
public class SourceRetrieval {

    private static final int AT_ONCE = 4;
    private static final int SERVER_SIDE = 500;

    /**
     * A page that was fetched and kept.
     *
     * @param attachment the attachment that holds it
     * @param made false if the source had this content before
     * @param hops the addresses asked, from the one wanted to the one that answered
     */
    public record Kept(UUID attachment, boolean made, StoredFile file, List<String> hops, Instant at) {
    }

    private final UnitOfWork unitOfWork;
    private final AttachmentIntake intake;
    private final FileArchive archive;
    private final CustodyLog custody;
    private final PageRetrieval pages;
    private final Clock clock;
    private final boolean on;
    private final Duration longest;
    private final AtomicInteger running = new AtomicInteger();

    public SourceRetrieval(UnitOfWork unitOfWork, AttachmentIntake intake, FileArchive archive, CustodyLog custody,
            PageRetrieval pages, Clock clock, @ConfigProperty(name = "registry.retrieval.enabled") boolean on,
            @ConfigProperty(name = "registry.retrieval.longest") Duration longest) {
        this.unitOfWork = unitOfWork;
        this.intake = intake;
        this.archive = archive;
        this.custody = custody;
        this.pages = pages;
        this.clock = clock;
        this.on = on;
        this.longest = longest;
    }

    /**
     * Fetches and keeps a page. The archive has it before the register names it.
     *
     * @param wanted reads the address out of the body, {@code null} for the source's own; asked only once the caller was found
     *        to
     *        be allowed
     */
    public Uni<Kept> retrieve(Caller caller, UUID source, Supplier<String> wanted) {
        return intake.admit(caller, source).chain(found -> {
            caller.require(Role.ANALYST, Role.PUBLISHER);
            String asked = wanted.get();
            if (!on) {
                throw Failure.of(RetrievalFailure.FETCHING_IS_OFF);
            }
            return bounded(() -> fetchAndKeep(caller, source, addressOf(found, asked)));
        });
    }

    private static String addressOf(Source source, String asked) {
        if (asked != null) {
            return asked;
        }
        if (source.content().url() == null) {
            throw Failure.at(RetrievalFailure.NOTHING_TO_FETCH, "/url", RetrievalFailure.NOTHING_TO_FETCH.title() + ".");
        }
        return source.content().url().value();
    }

    private Uni<Kept> fetchAndKeep(Caller caller, UUID source, String address) {
        Uni<Arrived> arrived = pages.fetch(address)
                .chain(page -> archive.store(page.bytes(), FileExpectation.NONE).map(file -> new Arrived(page, file)))
                .ifNoItem().after(longest)
                .failWith(() -> Failure.of(RetrievalFailure.PAGE_NOT_FETCHED, "The page took too long."))
                .onFailure(SourceRetrieval::isOfThePage).transform(failure -> Failure.of(RetrievalFailure.PAGE_NOT_FETCHED));
        return WhereAsked.goOn(arrived).chain(got -> keep(caller, source, got));
    }

    /** All but what is refused or away on our side: what the archive does not take, such as nothing at all, is no page. */
    private static boolean isOfThePage(Throwable failure) {
        return !(failure instanceof Failure known) || !(known.code() instanceof RetrievalFailure)
                && known.code() != WebFailure.ADDRESS_NOT_ALLOWED && known.code().kind().status() < SERVER_SIDE;
    }

    private record Arrived(FetchedPage page, StoredFile file) {
    }

    private Uni<Kept> keep(Caller caller, UUID source, Arrived got) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String last = got.page().hops().get(got.page().hops().size() - 1);
        AttachmentDraft draft = new AttachmentDraft(null, FileName.of(last.replaceAll("[?#].*", "").replaceAll("/+$", "")),
                got.page().declaredType(), null, now);
        CustodyEntry collected = new CustodyEntry(source, null, CustodyAct.COLLECTED, caller.subject(), now,
                got.file().digest(),
                null, Map.of("fetchedFrom", got.page().hops()));
        return unitOfWork.run(session -> custody.append(session, collected)
                .chain(() -> intake.take(session, caller, source, draft, got.file()))
                .map(taken -> new Kept(taken.attachment().id(), taken.made(), got.file(), got.page().hops(), now)));
    }

    private <T> Uni<T> bounded(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            if (running.incrementAndGet() > AT_ONCE) {
                running.decrementAndGet();
                return Uni.createFrom().failure(Failure.of(CommonFailure.OVERLOADED));
            }
            return Uni.createFrom().deferred(work::get).onTermination().invoke(running::decrementAndGet);
        });
    }
}
