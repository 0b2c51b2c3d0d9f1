package org.harmregistry.incidents.commitment;

import static org.harmregistry.kit.csv.CsvColumn.json;
import static org.harmregistry.kit.csv.CsvColumn.number;
import static org.harmregistry.kit.csv.CsvColumn.text;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.party.Parties;
import org.harmregistry.incidents.record.Clocks;
import org.harmregistry.incidents.record.ExchangedKind;
import org.harmregistry.incidents.record.Keeping;
import org.harmregistry.incidents.record.Kept;
import org.harmregistry.incidents.tally.PublishedTallies;
import org.harmregistry.incidents.tally.PublishedTally;
import org.harmregistry.kit.csv.CsvColumns;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** What is particular about keeping commitments: their state is derived from the party's tallies. */
@ApplicationScoped
class CommitmentRecords implements ExchangedKind<Commitment, CommitmentRow, RecordedCommitment> {

    static final String COLLECTION = "commitments";

    private static final CsvColumns COLUMNS = new CsvColumns(List.of(
            text("id", "#meta+id"), text("party", "#group+name"), text("madeOn", "#date+start"),
            text("statement", "#meta+id+statement"), text("text", "#description"), text("dueOn", "#date+due"),
            text("expected.kind", "#expected+type"), text("expected.month", "#expected+month"),
            text("withdrawnOn", "#date+withdrawn"), text("state", "#status"), json("stateBasis", ""),
            text("source.sourceId", "#meta+source+id"), text("source.url", "#meta+source+url"),
            text("source.kind", "#meta+source+type"), json("externalIds", "#meta+id+external"),
            number("version", "#meta+version"), text("recordedAt", "#date+recorded"), text("updatedAt", "#date+updated")));

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
    public CsvColumns columns() {
        return COLUMNS;
    }

    @Override
    public boolean followsOthers() {
        return true;
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

    @Override
    public Uni<Function<Kept<Commitment, CommitmentRow>, RecordedCommitment>> viewer(Mutiny.Session session, Clocks clocks) {
        Clocks known = clocks.withDay(clock);
        return session.createSelectionQuery("select distinct c.party from CommitmentRow c", String.class).getResultList()
                .chain(about -> tallies.monthlyReports(session, Set.copyOf(about), known))
                .map(reports -> one -> RecordedCommitment.from(one, shown(one.content(), reports), known.knownBy()));
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
