package org.harmregistry.reports.edition.domain;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.reports.definition.domain.Definitions;
import org.harmregistry.reports.definition.domain.ReportPeriod;
import org.harmregistry.reports.definition.domain.StoredDefinition;
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

    public EditionOpening(UnitOfWork unitOfWork, EditionStore store, Definitions definitions, EditionHistory history,
            Wordings wordings) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.definitions = definitions;
        this.history = history;
        this.wordings = wordings;
    }

    /** Opens the first editions of definitions that were stored or changed since the last time. */
    public Uni<Void> openDue() {
        return unitOfWork.run(session -> store.definitionsToOpen(session).chain(slugs -> Multi.createFrom().iterable(slugs)
                .onItem().transformToUniAndConcatenate(slug -> openListed(session, slug))
                .collect().last().replaceWithVoid()));
    }

    private Uni<Void> openListed(Mutiny.Session session, String slug) {
        return definitions.in(session, slug).chain(definition -> Multi.createFrom().iterable(definition.content().periods())
                .onItem().transformToUniAndConcatenate(period -> {
                    NewEdition edition = edition(definition, period, 1);
                    return open(session, EditionHistory.unattended(definition.organisation()), edition);
                }).collect().last()).chain(() -> store.opened(session, slug));
    }

    /** Opens the next edition of a period. */
    Uni<UUID> openNext(Mutiny.Session session, Caller caller, StoredDefinition definition, ReportPeriod period) {
        return store.isBeingMade(session, definition.id(), period.key()).invoke(busy -> {
            if (busy) {
                throw Failure.of(EditionFailure.EDITION_BEING_MADE);
            }
        }).chain(() -> store.lastNumber(session, definition.id(), period.key())).chain(last -> {
            NewEdition edition = edition(definition, period, last + 1);
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
                .call(opened -> opened ? history.opened(session, caller, edition) : Uni.createFrom().voidItem());
    }

    private NewEdition edition(StoredDefinition definition, ReportPeriod period, int number) {
        String language = definition.content().languagesOrDefault().get(0);
        EditionTitle title = EditionTitle.of(definition.content(), period, wordings.in(language));
        return new NewEdition(store.nextId(), definition.id(), definition.content().slug(), period, title.period(), number,
                title.text(), language, definition.organisation());
    }
}
