package org.harmregistry.sources.fixity.domain;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;

import io.smallrye.mutiny.Uni;

/** Shows how far the check of all content is, and what it found. */
@ApplicationScoped
public class FixityRegister {

    /** A page of findings, one more if there is a next page, with the state of the whole. */
    public record Shown(FixityState state, List<FixityFinding> findings) {
    }

    private final UnitOfWork unitOfWork;
    private final FixityFindings findings;

    public FixityRegister(UnitOfWork unitOfWork, FixityFindings findings) {
        this.unitOfWork = unitOfWork;
        this.findings = findings;
    }

    public Uni<Shown> show(String after, int limit) {
        return unitOfWork.read(session -> findings.state(session)
                .chain(state -> findings.list(session, after, limit + 1).map(list -> new Shown(state, list))));
    }
}
