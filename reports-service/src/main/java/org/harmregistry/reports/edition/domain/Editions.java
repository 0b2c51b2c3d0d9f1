package org.harmregistry.reports.edition.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.http.EntityTags;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.idempotency.Idempotency;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.reports.archive.Archive;
import org.harmregistry.reports.definition.domain.Definitions;
import org.harmregistry.reports.definition.domain.ReportPeriod;
import org.harmregistry.reports.definition.domain.StoredDefinition;
import org.harmregistry.reports.run.domain.Run;
import org.harmregistry.reports.run.domain.RunFailure;
import org.harmregistry.reports.run.domain.Runs;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** The reading of editions, and the making of one on demand. What is not public is there for those who read all. */
@ApplicationScoped
public class Editions {

    private final UnitOfWork unitOfWork;
    private final EditionStore store;
    private final EditionOpening opening;
    private final Definitions definitions;
    private final Idempotency idempotency;
    private final Archive archive;
    private final JsonReading json;
    private final Runs runs;
    private final int mostRuns;

    /** @param mostRuns how many editions that were ordered may wait or be made at once */
    public Editions(UnitOfWork unitOfWork, EditionStore store, EditionOpening opening, Definitions definitions,
            Idempotency idempotency, Archive archive, JsonReading json, Runs runs,
            @ConfigProperty(name = "registry.runs.most") int mostRuns) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.opening = opening;
        this.definitions = definitions;
        this.idempotency = idempotency;
        this.archive = archive;
        this.json = json;
        this.runs = runs;
        this.mostRuns = mostRuns;
    }

    /**
     * Which edition is to be made.
     *
     * @param period key of a listed period; may be absent where the definition lists one only
     * @param embargoUntil not out before this instant; the definition's embargo if it is absent
     */
    public record Wanted(String period, Instant embargoUntil) {
    }

    /** The tag of an edition as the caller sees it: everybody counts only what everybody could see change. */
    public static String tag(Caller caller, Edition edition) {
        return caller.readsAll() ? EntityTags.of(edition.version(), "edition")
                : EntityTags.of(edition.publicVersion(), "public");
    }

    public Uni<Edition> get(Caller caller, UUID id) {
        return unitOfWork.run(session -> store.find(session, id)).map(found -> visible(caller, found));
    }

    /** An edition whose content the caller may read; fails with 410 and the reason if it was taken back. */
    public Uni<Edition> readable(Caller caller, UUID id) {
        return get(caller, id).map(edition -> {
            if (edition.status() == EditionStatus.WITHDRAWN && !caller.readsAll()) {
                throw withdrawn(edition);
            }
            return edition;
        });
    }

    /** Why an edition can no longer be read. */
    public static Failure withdrawn(Edition edition) {
        return Failure.of(EditionFailure.EDITION_WITHDRAWN, "Withdrawn at " + edition.withdrawal().withdrawnAt() + ": "
                + edition.withdrawal().reason());
    }

    /** What the gate found; staff alone is told. */
    public Uni<List<EditionFinding>> findings(Caller caller, Edition edition) {
        return caller.readsAll() ? unitOfWork.run(session -> store.findings(session, edition.id()))
                : Uni.createFrom().item(List.of());
    }

    public Uni<List<Edition>> list(EditionQuery query) {
        return unitOfWork.run(session -> store.list(session, query));
    }

    /** The newest edition of a period that everybody may read, or the newest one that was taken back. */
    public Uni<Optional<Edition>> newest(String report, String periodKey) {
        return list(EditionQuery.publicOnes(report, periodKey, 200)).map(editions -> editions.stream()
                .filter(edition -> edition.status() != EditionStatus.SUPERSEDED)
                .max(Comparator.comparing((Edition edition) -> edition.status() == EditionStatus.PUBLISHED)
                        .thenComparing(Edition::number)));
    }

    /**
     * An edition that was just opened.
     *
     * @param edition the draft
     * @param run the run that makes it
     */
    public record Ordered(Edition edition, Run run) {
    }

    /** Opens the next edition of a period, and the run that makes it. */
    public Uni<Answer> order(Caller caller, String slug, byte[] body, String key, Function<Ordered, Answer> answer) {
        return unitOfWork.run(session -> definitions.in(session, slug).chain(definition -> {
            caller.require(Role.PUBLISHER);
            Wanted wanted = body == null || body.length == 0 ? new Wanted(null, null) : json.read(body, Wanted.class);
            IdempotentCall call = IdempotentCall.of(caller, "createEdition " + slug, key, body);
            return idempotency.once(session, call, () -> open(session, caller, definition, wanted).map(answer));
        }));
    }

    private Uni<Ordered> open(Mutiny.Session session, Caller caller, StoredDefinition definition, Wanted wanted) {
        return period(session, definition, wanted.period())
                .call(period -> requireRoom(session))
                .chain(period -> opening.openNext(session, caller, definition, period,
                        wanted.embargoUntil()))
                .chain(id -> store.find(session, id))
                .chain(edition -> runs.find(session, edition.id()).map(run -> new Ordered(edition, run)));
    }

    private Uni<Void> requireRoom(Mutiny.Session session) {
        return runs.countOrdered(session).invoke(waiting -> {
            if (waiting >= mostRuns) {
                throw Failure.of(RunFailure.TOO_MANY_RUNS).with("Retry-After", "30");
            }
        }).replaceWithVoid();
    }

    /** A listed period, or one that a schedule has made an edition of. */
    private Uni<ReportPeriod> period(Mutiny.Session session, StoredDefinition definition, String key) {
        List<ReportPeriod> periods = definition.content().periods();
        Optional<ReportPeriod> named = periods.stream()
                .filter(listed -> key == null ? periods.size() == 1 : listed.key().equals(key)).findFirst();
        if (named.isPresent() || key == null) {
            return Uni.createFrom().item(() -> named.orElseThrow(Editions::unknownPeriod));
        }
        return store.list(session, new EditionQuery(definition.content().slug(), key, Set.of(), false, null, 1))
                .map(found -> found.stream()
                        .findFirst().map(edition -> EditionCollection.period(edition, definition.content()))
                        .orElseThrow(Editions::unknownPeriod));
    }

    private static Failure unknownPeriod() {
        return Failure.at(EditionFailure.PERIOD_UNKNOWN, "/period", "Name a period that the definition lists, by its key.");
    }

    /** A file of an edition, refused if it no longer has its digest. */
    public Uni<byte[]> file(EditionFile file) {
        return content(file.digest());
    }

    /** The frozen list of records behind figures of an edition. */
    public Uni<byte[]> records(Edition edition, String digest) {
        if (edition.figures() == null || !digest.matches("sha-256:[0-9a-f]{64}") || !edition.figures().contains(digest)) {
            return Uni.createFrom().failure(Failure.of(CommonFailure.NOT_FOUND));
        }
        return content(digest);
    }

    private Uni<byte[]> content(String digest) {
        return archive.find(digest).map(found -> {
            if (found.isEmpty() || !CanonicalJson.digest(found.get()).equals(digest)) {
                throw Failure.of(EditionFailure.CONTENT_DAMAGED);
            }
            return found.get();
        });
    }

    /** The files of an edition as they stand in the register. */
    public List<EditionFile> files(Edition edition) {
        return edition.files() == null ? List.of()
                : List.of(json.read(edition.files().getBytes(StandardCharsets.UTF_8), EditionFile[].class));
    }

    /**
     * The file of a format.
     *
     * @param language one of the edition's languages; {@code null} for the first
     */
    public EditionFile file(Edition edition, String format, String language) {
        String wanted = language == null ? edition.language() : language;
        return files(edition).stream()
                .filter(file -> file.format().equals(format) && file.isIn(wanted, edition.language())).findFirst()
                .orElseThrow(() -> Failure.of(CommonFailure.NOT_FOUND));
    }

    static Edition visible(Caller caller, Edition found) {
        if (found == null || !found.status().wasOut() && !caller.readsAll()) {
            throw Failure.of(CommonFailure.NOT_FOUND);
        }
        return found;
    }
}
