package org.harmregistry.reports.edition.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.reports.definition.domain.Definitions;
import org.harmregistry.reports.definition.domain.ReportPeriod;
import org.harmregistry.reports.definition.domain.StoredDefinition;
import org.harmregistry.reports.definition.domain.TemplateName;
import org.harmregistry.reports.document.ReportDocument;
import org.harmregistry.reports.registry.ReadingInstant;
import org.harmregistry.reports.registry.RegistryClock;
import org.harmregistry.reports.template.EditionOrder;
import org.harmregistry.reports.template.ReportTemplate;
import org.harmregistry.reports.wording.Wordings;
import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;

/**
 * Makes editions: claim, collect, write, keep the files, publish. It can be killed anywhere: until the last step nothing is
 * visible, and the last step is one transaction.
 */
@ApplicationScoped
public class EditionMaking {

    private static final Logger LOG = Logger.getLogger(EditionMaking.class);
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final EditionOpening opening;
    private final EditionClaims claims;
    private final EditionPublication publication;
    private final EditionStore store;
    private final Definitions definitions;
    private final UnitOfWork unitOfWork;
    private final Wordings wordings;
    private final RegistryClock registry;
    private final Map<TemplateName, ReportTemplate> templates;

    public EditionMaking(EditionOpening opening, EditionClaims claims, EditionPublication publication, EditionStore store,
            Definitions definitions, UnitOfWork unitOfWork, Wordings wordings, RegistryClock registry,
            Instance<ReportTemplate> templates) {
        this.opening = opening;
        this.claims = claims;
        this.publication = publication;
        this.store = store;
        this.definitions = definitions;
        this.unitOfWork = unitOfWork;
        this.wordings = wordings;
        this.registry = registry;
        this.templates = templates.stream().collect(Collectors.toMap(ReportTemplate::name, Function.identity()));
    }

    private record Task(Edition edition, StoredDefinition definition) {
    }

    /** Makes all that is due and that nobody else is making. */
    public Uni<Void> makeDue() {
        return opening.openDue().chain(this::makeNext);
    }

    private Uni<Void> makeNext() {
        return claims.next().chain(claim -> claim == null ? Uni.createFrom().voidItem()
                : make(claim).chain(this::makeNext));
    }

    private Uni<Void> make(EditionClaims.Claim claim) {
        return unitOfWork.run(session -> store.find(session, claim.edition()).chain(edition -> definitions
                .in(session, edition.report()).map(definition -> new Task(edition, definition))))
                .chain(task -> attempt(claim, task))
                .onTermination().invoke(() -> claims.done(claim));
    }

    private Uni<Void> attempt(EditionClaims.Claim claim, Task task) {
        return registry.settled()
                .chain(asOf -> collect(task, asOf)
                        .chain(document -> publication.publish(claim, task.edition(), document, asOf)))
                .ifNoItem().after(LIMIT).failWith(() -> Failure.of(CommonFailure.OVERLOADED, "Making it took too long."))
                .onFailure().recoverWithUni(failure -> postpone(claim, task.edition(), failure));
    }

    private Uni<ReportDocument> collect(Task task, Instant asOf) {
        var content = task.definition().content();
        ReportPeriod period = content.periods().stream()
                .filter(listed -> listed.key().equals(task.edition().period().key())).findFirst()
                .orElseThrow(() -> Failure.of(EditionFailure.PERIOD_UNKNOWN));
        String first = task.edition().language();
        var others = content.languagesOrDefault().stream().filter(language -> !language.equals(first)).map(wordings::in)
                .toList();
        return ReadingInstant.within(asOf, templates.get(content.template()).make(new EditionOrder(task.edition().id(), content,
                period, wordings.in(first), others, asOf)));
    }

    private Uni<Void> postpone(EditionClaims.Claim claim, Edition edition, Throwable failure) {
        boolean known = failure instanceof Failure;
        String code = known ? ((Failure) failure).code().code() : CommonFailure.UNEXPECTED.code();
        String detail = known ? failure.getMessage() : CommonFailure.UNEXPECTED.title();
        LOG.warnf("edition %s stays a draft: %s (%s), attempt %d", edition.id(), detail, code, edition.attempts());
        LOG.debugf(failure, "cause of edition %s staying a draft", edition.id());
        return claims.postpone(claim, edition.attempts(), code, detail);
    }
}
