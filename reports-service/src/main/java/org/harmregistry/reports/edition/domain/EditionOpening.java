package org.harmregistry.reports.edition.domain;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.reports.definition.domain.Definitions;
import org.harmregistry.reports.definition.domain.ReportPeriod;
import org.harmregistry.reports.definition.domain.ReportSchedule;
import org.harmregistry.reports.definition.domain.StoredDefinition;
import org.harmregistry.reports.run.domain.Runs;
import org.harmregistry.reports.template.EditionTitle;
import org.harmregistry.reports.wording.Wordings;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Opens the editions that are due: the listed periods of each definition as soon as it is stored, or one on demand. */
@ApplicationScoped
public class EditionOpening {

    private final UnitOfWork unitOfWork;
    private final EditionStore store;
    private final Definitions definitions;
    private final EditionHistory history;
    private final Wordings wordings;
    private final Runs runs;

    public EditionOpening(UnitOfWork unitOfWork, EditionStore store, Definitions definitions, EditionHistory history,
            Wordings wordings, Runs runs) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.definitions = definitions;
        this.history = history;
        this.wordings = wordings;
        this.runs = runs;
    }

    /** Opens the first editions of definitions that were stored or changed since the last time. */
    public Uni<Void> openDue() {
        return unitOfWork.run(session -> store.definitionsToOpen(session).chain(slugs -> Multi.createFrom().iterable(slugs)
                .onItem().transformToUniAndConcatenate(slug -> openListed(session, slug))
                .collect().last().replaceWithVoid())).chain(this::openFired);
    }

    /** Opens what schedules ask for, one definition after the other: whichever replica locks it first does it. */
    private Uni<Void> openFired() {
        return unitOfWork.run(session -> store.fired(session).chain(fired -> fired == null ? Uni.createFrom().item(false)
                : definitions.in(session, fired.report()).chain(definition -> store.time(session)
                        .chain(now -> openFired(session, definition, fired.until(), now))).replaceWith(true)))
                .chain(more -> more ? openFired() : Uni.createFrom().voidItem());
    }

    private Uni<Void> openFired(Mutiny.Session session, StoredDefinition definition, Instant until, Instant now) {
        ReportSchedule schedule = definition.content().schedule();
        if (schedule == null) {
            return store.firingsDone(session, definition.content().slug(), until, null);
        }
        return Multi.createFrom().iterable(schedule.due(until, now))
                .onItem().transformToUniAndConcatenate(firing -> open(session,
                        EditionHistory.unattended(definition.organisation()), edition(definition, firing.period(), 1, null)))
                .collect().last()
                .chain(() -> store.firingsDone(session, definition.content().slug(), now,
                        schedule.next(now).map(ReportSchedule.Firing::at).orElse(null)));
    }

    private Uni<Void> openListed(Mutiny.Session session, String slug) {
        return definitions.in(session, slug).chain(definition -> Multi.createFrom().iterable(definition.content().periods())
                .onItem().transformToUniAndConcatenate(period -> {
                    NewEdition edition = edition(definition, period, 1, null);
                    return open(session, EditionHistory.unattended(definition.organisation()), edition);
                }).collect().last().chain(() -> store.opened(session, slug, nextFiring(definition))));
    }

    /** The first firing that may be missed: what is done already is opened by nobody again. */
    private static Instant nextFiring(StoredDefinition definition) {
        ReportSchedule schedule = definition.content().schedule();
        return schedule == null ? null
                : schedule.next(schedule.start().minusNanos(1)).map(ReportSchedule.Firing::at).orElse(null);
    }

    /**
     * Opens the next edition of a period.
     *
     * @param embargo an embargo of its own; {@code null} for the definition's
     */
    Uni<UUID> openNext(Mutiny.Session session, Caller caller, StoredDefinition definition, ReportPeriod period,
            Instant embargo) {
        return store.lockDefinition(session, definition.id())
                .chain(() -> store.isBeingMade(session, definition.id(), period.key())).invoke(busy -> {
                    if (busy) {
                        throw Failure.of(EditionFailure.EDITION_BEING_MADE);
                    }
                }).chain(() -> store.lastNumber(session, definition.id(), period.key())).chain(last -> {
                    NewEdition edition = edition(definition, period, last + 1, embargo);
                    return open(session, caller, edition).map(opened -> {
                        if (!opened) {
                            throw Failure.of(EditionFailure.EDITION_BEING_MADE);
                        }
                        return edition.id();
                    });
                });
    }

    private Uni<Boolean> open(Mutiny.Session session, Caller caller, NewEdition edition) {
        return store.open(session, edition)
                .call(opened -> !opened ? Uni.createFrom().voidItem()
                        : history.opened(session, caller, edition).chain(() -> runs.open(session, edition.id(),
                                caller.has(Role.PUBLISHER) ? caller.subject() : null)));
    }

    private NewEdition edition(StoredDefinition definition, ReportPeriod period, int number, Instant embargo) {
        String language = definition.content().languagesOrDefault().get(0);
        EditionTitle title = EditionTitle.of(definition.content(), period, wordings.in(language));
        return new NewEdition(store.nextId(), definition.id(), definition.content().slug(), period, title.period(), number,
                title.text(), language, definition.organisation(),
                embargo == null ? definition.content().publicationOrDefault().embargoUntil() : embargo);
    }
}
