package org.harmregistry.incidents.commitment;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.party.Parties;
import org.harmregistry.incidents.record.Clocks;
import org.harmregistry.incidents.record.Keeping;
import org.harmregistry.incidents.record.Kept;
import org.harmregistry.incidents.record.RecordKind;
import org.harmregistry.incidents.tally.PublishedTallies;
import org.harmregistry.incidents.tally.PublishedTally;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** What is particular about keeping commitments: their state is derived from the party's tallies. */
@ApplicationScoped
class CommitmentRecords implements RecordKind<Commitment, CommitmentRow, RecordedCommitment> {

    static final String COLLECTION = "commitments";

    private final Parties parties;
    private final PublishedTallies tallies;
    private final Clock clock;

    CommitmentRecords(Parties parties, PublishedTallies tallies, Clock clock) {
        this.parties = parties;
        this.tallies = tallies;
        this.clock = clock;
    }

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public Class<Commitment> contentType() {
        return Commitment.class;
    }

    @Override
    public Class<CommitmentRow> rowType() {
        return CommitmentRow.class;
    }

    @Override
    public Set<String> derived() {
        return Set.of("state", "stateBasis");
    }

    @Override
    public CommitmentRow row(Object key, String party, Commitment content, Keeping keeping) {
        return new CommitmentRow((UUID) key, keeping);
    }

    @Override
    public String address(CommitmentRow row) {
        return "/api/v1/commitments/" + row.id();
    }

    @Override
    public Uni<List<RecordedCommitment>> views(Mutiny.Session session, List<Kept<Commitment, CommitmentRow>> kept,
            Clocks clocks) {
        Clocks known = clocks.withDay(clock);
        Set<String> about = kept.stream().filter(one -> one.content().expected() != null)
                .map(one -> one.content().party()).collect(Collectors.toSet());
        return tallies.monthlyReports(session, about, known)
                .map(reports -> kept.stream().map(one -> RecordedCommitment.from(one, shown(one.content(), reports),
                        known.knownBy()))
                        .toList());
    }

    /** The reports come in the order in which they were published, so the first that fits is the earliest. */
    private static PublishedTally shown(Commitment commitment, List<PublishedTally> reports) {
        return commitment.expected() == null ? null
                : reports.stream()
                        .filter(report -> report.party().equals(commitment.party())
                                && commitment.expected().month().equals(report.tally().month()))
                        .findFirst().orElse(null);
    }

    @Override
    public Uni<Void> checkReferences(Mutiny.Session session, CommitmentRow row, Commitment content) {
        return parties.requireNamed(session, content.party(), "/party");
    }
}
