package org.harmregistry.incidents.ruling.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.incident.domain.Term;
import org.harmregistry.incidents.ruling.domain.Proposal;
import org.harmregistry.incidents.ruling.domain.Ruling;
import org.harmregistry.incidents.ruling.domain.RulingKind;
import org.harmregistry.incidents.ruling.domain.RulingStore;
import org.harmregistry.incidents.ruling.domain.StandardOfProof;
import org.harmregistry.kit.database.SqlInstant;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Keeps rulings and their confirmations, each in a table of its own. */
@ApplicationScoped
public class SqlRulingStore implements RulingStore {

    private static final String OF = """
            select r.id as id, r.number as number, r.value as value, r.standard_of_proof as standard, r.reason as reason,
              r.sources as sources, r.proposed_by as proposed_by, r.proposed_at as proposed_at,
              c.confirmed_by as confirmed_by, c.confirmed_at as confirmed_at, c.reason as added
            from ruling r left join ruling_confirmation c on c.ruling = r.id
            where r.incident = :incident and r.kind = :kind order by r.number
            """;
    private static final String ADD = """
            insert into ruling (id, incident, kind, number, value, standard_of_proof, reason, sources, proposed_by, proposed_at)
            values (:id, :incident, :kind, :number, :value, :standard, :reason, :sources, :by, :at)
            """;
    private static final String CONFIRM = """
            insert into ruling_confirmation (ruling, proposed_by, confirmed_by, confirmed_at, reason)
            values (:ruling, :proposedBy, :by, :at, cast(:reason as text))
            """;

    @Override
    public Uni<List<Ruling>> of(Mutiny.Session session, UUID incident, RulingKind kind) {
        return session.createNativeQuery(OF, Object[].class).setParameter("incident", incident)
                .setParameter("kind", kind.term()).getResultList().map(rows -> {
                    List<Ruling> rulings = new ArrayList<>();
                    for (int i = 0; i < rows.size(); i++) {
                        rulings.add(ruling(incident, kind, rows.get(i), i == rows.size() - 1));
                    }
                    return rulings;
                });
    }

    private static Ruling ruling(UUID incident, RulingKind kind, Object[] row, boolean latest) {
        Proposal proposal = new Proposal((String) row[2], Term.of(StandardOfProof.class, (String) row[3]).orElseThrow(),
                (String) row[4], sources((String) row[5]));
        Ruling.Confirmation confirmation = row[8] == null ? null
                : new Ruling.Confirmation((String) row[8], SqlInstant.of(row[9]), (String) row[10]);
        return new Ruling((UUID) row[0], incident, kind, ((Number) row[1]).intValue(), proposal, (String) row[6],
                SqlInstant.of(row[7]), confirmation, latest);
    }

    private static List<UUID> sources(String text) {
        return text.isEmpty() ? List.of() : Arrays.stream(text.split(" ")).map(UUID::fromString).toList();
    }

    @Override
    public Uni<Void> add(Mutiny.Session session, Ruling ruling) {
        Proposal proposal = ruling.proposal();
        return session.createNativeQuery(ADD).setParameter("id", ruling.id()).setParameter("incident", ruling.incident())
                .setParameter("kind", ruling.kind().term()).setParameter("number", ruling.number())
                .setParameter("value", proposal.value()).setParameter("standard", proposal.standardOfProof().term())
                .setParameter("reason", proposal.reason())
                .setParameter("sources", String.join(" ", proposal.sources().stream().map(UUID::toString).toList()))
                .setParameter("by", ruling.proposedBy()).setParameter("at", ruling.proposedAt())
                .executeUpdate().replaceWithVoid();
    }

    @Override
    public Uni<Void> confirm(Mutiny.Session session, Ruling ruling) {
        return session.createNativeQuery(CONFIRM).setParameter("ruling", ruling.id())
                .setParameter("proposedBy", ruling.proposedBy()).setParameter("by", ruling.confirmation().by())
                .setParameter("at", ruling.confirmation().at())
                .setParameter("reason", ruling.confirmation().reason())
                .executeUpdate().replaceWithVoid();
    }
}
