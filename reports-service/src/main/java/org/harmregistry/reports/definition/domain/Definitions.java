package org.harmregistry.reports.definition.domain;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.history.Change;
import org.harmregistry.kit.history.History;
import org.harmregistry.kit.http.EntityTags;
import org.harmregistry.kit.http.Preconditions;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.idempotency.Idempotency;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.json.MergePatch;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.databind.JsonNode;

import io.smallrye.mutiny.Uni;

/** The use cases of definitions. Everybody may read them: what will be published unattended is no secret. */
@ApplicationScoped
public class Definitions {

    public static final String COLLECTION = "reports";

    private final UnitOfWork unitOfWork;
    private final DefinitionStore store;
    private final History history;
    private final Idempotency idempotency;
    private final JsonReading json;
    private final Clock clock;

    public Definitions(UnitOfWork unitOfWork, DefinitionStore store, History history, Idempotency idempotency,
            JsonReading json, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.history = history;
        this.idempotency = idempotency;
        this.json = json;
        this.clock = clock;
    }

    /** The tag of a definition's only view. */
    public static String tag(long version) {
        return EntityTags.of(version, "definition");
    }

    public Uni<StoredDefinition> get(String slug) {
        return unitOfWork.run(session -> store.find(session, slug)).map(found -> stored(visible(found)));
    }

    /** A definition within a unit of work that is already running. */
    public Uni<StoredDefinition> in(Mutiny.Session session, String slug) {
        return store.find(session, slug).map(found -> stored(visible(found)));
    }

    /** Definitions behind a slug, in the order of their slugs. */
    public Uni<List<StoredDefinition>> after(String slug, int limit) {
        return unitOfWork.run(session -> store.after(session, slug == null ? "" : slug, limit))
                .map(found -> found.stream().map(this::stored).toList());
    }

    /** Creates under the client's slug; a repetition is told apart from a conflict. */
    public Uni<StoredDefinition> create(Caller caller, String slug, byte[] body, String ifNoneMatch) {
        return Uni.createFrom().deferred(() -> {
            DefinitionContent content = json.read(body, DefinitionContent.class);
            Preconditions.requireCreation(ifNoneMatch);
            if (content.slug() != null && !content.slug().equals(slug)) {
                throw Failure.at(DefinitionFailure.SLUG_DIFFERS, "/slug", DefinitionFailure.SLUG_DIFFERS.title() + ".");
            }
            DefinitionContent named = content.withSlug(slug);
            return unitOfWork.run(session -> store.find(session, slug).chain(found -> {
                if (found != null) {
                    throw taken(found, caller, digest(named));
                }
                named.check();
                return insert(session, caller, named);
            }));
        });
    }

    /** Creates under the slug in the body; a retry with the same key gets the first answer. */
    public Uni<Answer> create(Caller caller, byte[] body, String key, Function<StoredDefinition, Answer> to) {
        return Uni.createFrom().deferred(() -> {
            DefinitionContent content = json.read(body, DefinitionContent.class);
            IdempotentCall call = IdempotentCall.of(caller, "createReport", key, body);
            return unitOfWork.run(session -> idempotency.once(session, call, () -> {
                content.check();
                return store.find(session, content.slug()).chain(found -> {
                    if (found != null) {
                        throw Failure.at(DefinitionFailure.SLUG_TAKEN, "/slug", DefinitionFailure.SLUG_TAKEN.title() + ".");
                    }
                    return insert(session, caller, content);
                }).map(to);
            }));
        });
    }

    /** Changes by merge patch (RFC 7396). */
    public Uni<StoredDefinition> change(Caller caller, String slug, byte[] patch, String ifMatch) {
        return unitOfWork.run(session -> store.lock(session, slug).chain(found -> {
            Definition definition = visible(found);
            caller.require(Role.PUBLISHER);
            JsonNode wanted = json.readObject(patch);
            refuseReadOnly(wanted);
            DefinitionContent before = content(definition);
            DefinitionContent merged = json.convert(MergePatch.apply(json.tree(before), wanted),
                    DefinitionContent.class);
            Preconditions.requireMatch(ifMatch, tag(definition.version()));
            merged.check();
            return store.periodsWithEditions(session, definition.id()).chain(keys -> {
                keepPeriods(before, merged, keys);
                definition.change(merged, text(merged), now());
                return history.append(session, caller, List.of(change(definition, "changed", true)));
            }).replaceWith(() -> stored(definition));
        }));
    }

    private Uni<StoredDefinition> insert(Mutiny.Session session, Caller caller, DefinitionContent content) {
        UUID id = store.nextId();
        Definition definition = new Definition(id, content, text(content), digest(content), caller, now());
        return session.persist(definition)
                .chain(() -> history.append(session, caller, List.of(change(definition, "created", false))))
                .replaceWith(() -> stored(definition));
    }

    /** As exactly as PostgreSQL keeps it, so that a definition reads the same before and after it was stored. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** A listed period with editions stays listed; those of a schedule were never. */
    private static void keepPeriods(DefinitionContent before, DefinitionContent merged, Set<String> withEditions) {
        Set<String> kept = merged.periods().stream().map(ReportPeriod::key).collect(Collectors.toSet());
        before.periods().stream().map(ReportPeriod::key).filter(withEditions::contains).filter(key -> !kept.contains(key))
                .findFirst().ifPresent(key -> {
                    throw Failure.at(DefinitionFailure.PERIOD_WITH_EDITIONS, "/periods",
                            "The period " + key + " has editions.");
                });
    }

    private static void refuseReadOnly(JsonNode wanted) {
        List.of("slug", "id", "organisation", "version", "recordedAt", "updatedAt").forEach(name -> {
            if (wanted.has(name)) {
                throw Failure.at(CommonFailure.READ_ONLY_FIELD, "/" + name, CommonFailure.READ_ONLY_FIELD.title() + ".");
            }
        });
    }

    private static Failure taken(Definition found, Caller caller, String digest) {
        boolean again = found.wasCreatedBy(caller, digest);
        return Failure.of(again ? CommonFailure.ALREADY_CREATED : CommonFailure.ID_TAKEN)
                .with("ETag", tag(found.version())).with("Location", "/api/v1/reports/" + found.slug());
    }

    private static Definition visible(Definition found) {
        if (found == null) {
            throw Failure.of(CommonFailure.NOT_FOUND);
        }
        return found;
    }

    private Change change(Definition definition, String kind, boolean publicBefore) {
        return new Change(COLLECTION, definition.id(), definition.version(), kind, null, definition.updatedAt(),
                json.tree(content(definition)), publicBefore, true, definition.organisation());
    }

    private String digest(DefinitionContent content) {
        return CanonicalJson.digest(text(content));
    }

    private String text(DefinitionContent content) {
        return json.tree(content).toString();
    }

    private DefinitionContent content(Definition definition) {
        return json.read(definition.content().getBytes(StandardCharsets.UTF_8), DefinitionContent.class);
    }

    private StoredDefinition stored(Definition definition) {
        return new StoredDefinition(definition.id(), content(definition), definition.organisation(), definition.version(),
                definition.recordedAt(), definition.updatedAt());
    }
}
