package org.harmregistry.reports.edition.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.kit.problem.Violation;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** What people decide about an edition that is whole. What carries weight takes two of them, each with a reason. */
@ApplicationScoped
public class EditionDecisions {

    private final EditionStore store;
    private final EditionHistory history;
    private final EditionFollowers followers;
    private final Clock clock;

    public EditionDecisions(EditionStore store, EditionHistory history, EditionFollowers followers, Clock clock) {
        this.store = store;
        this.history = history;
        this.followers = followers;
        this.clock = clock;
    }

    /** The first of two people agrees that the edition goes out. */
    public Uni<Void> approve(Mutiny.Session session, Caller caller, Edition edition, String reason) {
        requireWaiting(edition);
        if (edition.approval().isApproved()) {
            throw Failure.of(EditionFailure.ALREADY_APPROVED);
        }
        return requireOpenGate(session, edition).chain(() -> {
            edition.approve(caller.subject(), now());
            return history.append(session, caller, edition, "approved", reason);
        });
    }

    /** The second of two people lets it out; a claimed step publishes it, exactly once, when its embargo is over. */
    public Uni<Void> publish(Mutiny.Session session, Caller caller, Edition edition, String reason) {
        requireWaiting(edition);
        if (!edition.approval().isApproved()) {
            throw Failure.of(EditionFailure.APPROVAL_MISSING);
        }
        requireAnother(edition.approval().isApprovedBy(caller.subject()));
        if (edition.approval().isReleased()) {
            throw Failure.of(CommonFailure.CONFLICT_WITH_STATE, "Two publishers have agreed already.");
        }
        return requireOpenGate(session, edition).chain(() -> {
            edition.release(caller.subject(), now());
            return history.append(session, caller, edition, "publication_ordered", reason);
        });
    }

    /** Takes an edition back, or proposes it where the rule asks for two people. */
    public Uni<Void> withdraw(Mutiny.Session session, Caller caller, Edition edition, String reason) {
        requireOut(edition);
        if (edition.needsTwoPersons()) {
            edition.proposeWithdrawal(caller.subject(), reason, now());
            return history.append(session, caller, edition, "withdrawal_proposed", reason);
        }
        return takeBack(session, caller, edition, reason, reason);
    }

    /** The second of two people agrees that the edition is taken back; everybody reads the first one's reason. */
    public Uni<Void> confirmWithdrawal(Mutiny.Session session, Caller caller, Edition edition, String reason) {
        requireOut(edition);
        if (!edition.withdrawal().isProposed()) {
            throw Failure.of(EditionFailure.NOTHING_TO_CONFIRM);
        }
        requireAnother(edition.withdrawal().isProposedBy(caller.subject()));
        return takeBack(session, caller, edition, edition.withdrawal().reason(), reason);
    }

    private Uni<Void> takeBack(Mutiny.Session session, Caller caller, Edition edition, String publicReason, String reason) {
        edition.withdraw(publicReason, now());
        return history.append(session, caller, edition, "withdrawn", reason)
                .chain(() -> followers.withdrawn(session, edition));
    }

    /** Proposes to let the edition out in spite of a finding. */
    public Uni<Void> override(Mutiny.Session session, Caller caller, Edition edition, int number, String reason) {
        requireHeld(edition);
        return finding(session, edition, number).chain(finding -> {
            if (!finding.overridable()) {
                throw Failure.of(EditionFailure.FINDING_NOT_OVERRIDABLE);
            }
            if (!finding.isBlocking()) {
                throw Failure.of(CommonFailure.CONFLICT_WITH_STATE, "This finding holds nothing back.");
            }
            finding.proposeOverride(caller.subject(), reason, now());
            edition.touch(now());
            return history.append(session, caller, edition, "override_proposed", finding.rule() + ": " + reason);
        });
    }

    /** The second of two people agrees to an override; once nothing is left the edition takes its turn. */
    public Uni<Void> confirmOverride(Mutiny.Session session, Caller caller, Edition edition, int number, String reason) {
        requireHeld(edition);
        return finding(session, edition, number).chain(finding -> {
            if (!finding.isBlocking() || finding.overrideBy() == null) {
                throw Failure.of(EditionFailure.NOTHING_TO_CONFIRM);
            }
            requireAnother(finding.overrideBy().equals(caller.subject()));
            finding.confirmOverride(caller.subject(), now());
            return store.findings(session, edition.id()).chain(all -> {
                if (all.stream().anyMatch(EditionFinding::isBlocking)) {
                    edition.touch(now());
                } else {
                    edition.proceed(now());
                }
                return history.append(session, caller, edition, "overridden", finding.rule() + ": " + reason);
            });
        });
    }

    private Uni<EditionFinding> finding(Mutiny.Session session, Edition edition, int number) {
        return store.findings(session, edition.id()).map(all -> all.stream().filter(each -> each.number() == number)
                .findFirst().orElseThrow(() -> Failure.of(CommonFailure.NOT_FOUND)));
    }

    private Uni<Void> requireOpenGate(Mutiny.Session session, Edition edition) {
        return store.findings(session, edition.id()).invoke(all -> {
            List<Violation> blocking = all.stream().filter(EditionFinding::isBlocking)
                    .map(finding -> new Violation("/findings/" + (finding.number() - 1), finding.message())).toList();
            if (!blocking.isEmpty()) {
                throw Failure.of(EditionFailure.GATE_BLOCKS, blocking);
            }
        }).replaceWithVoid();
    }

    private static void requireHeld(Edition edition) {
        if (edition.status() != EditionStatus.GATED) {
            throw Failure.of(CommonFailure.CONFLICT_WITH_STATE, "The edition is " + edition.status().word() + ", not gated.");
        }
    }

    private static void requireWaiting(Edition edition) {
        requireHeld(edition);
        if (!edition.needsTwoPersons()) {
            throw Failure.of(EditionFailure.PUBLISHES_ITSELF);
        }
    }

    private static void requireOut(Edition edition) {
        if (!edition.status().isPublic()) {
            throw Failure.of(CommonFailure.CONFLICT_WITH_STATE,
                    "The edition is " + edition.status().word() + ": only what is out can be withdrawn.");
        }
    }

    private static void requireAnother(boolean same) {
        if (same) {
            throw Failure.of(EditionFailure.SECOND_PERSON_REQUIRED);
        }
    }

    /** As exactly as PostgreSQL keeps it, so that a record reads the same before and after it was stored. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
