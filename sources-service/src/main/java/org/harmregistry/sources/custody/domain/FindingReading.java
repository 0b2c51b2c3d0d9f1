package org.harmregistry.sources.custody.domain;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;

import io.smallrye.mutiny.Uni;

/** Shows what the check of the whole register found. */
@ApplicationScoped
public class FindingReading {

    /** Findings behind a number, and how far the check is. */
    public record Found(List<CustodyFinding> findings, CustodyRound round) {
    }

    private final UnitOfWork unitOfWork;
    private final CustodyFindings findings;

    public FindingReading(UnitOfWork unitOfWork, CustodyFindings findings) {
        this.unitOfWork = unitOfWork;
        this.findings = findings;
    }

    public Uni<Found> after(long id, int limit) {
        return unitOfWork.run(session -> findings.after(session, id, limit)
                .chain(found -> findings.round(session).map(round -> new Found(found, round))));
    }
}
