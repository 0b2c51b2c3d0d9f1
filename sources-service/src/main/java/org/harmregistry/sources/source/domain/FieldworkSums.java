package org.harmregistry.sources.source.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import io.smallrye.mutiny.Uni;

/** Counts field work for reports: exactly for who sees the records, and never finer than a minimum for everybody. */
@ApplicationScoped
public class FieldworkSums {

    /**
     * Site visits and interviews, counted.
     *
     * @param groups in the order of their keys, at most 1,000
     * @param total of all that the caller may see; {@code null} if it is too little to be shown
     * @param leastShown the fewest sources of a group; {@code null} where groups of any size are shown
     */
    public record Counted(List<FieldworkSum> groups, FieldworkSum total, Integer leastShown) {
    }

    /**
     * Which field work is counted; what is {@code null} asks nothing.
     *
     * @param dataset slug of the data set that the records were taken from
     * @param organisation who brought them
     * @param country two letters of ISO 3166-1
     * @param admin1 code of the first-order area
     * @param asOf the effective instant of which the register is asked; {@code null} for today
     */
    public record Selection(String dataset, String organisation, String country, String admin1, Instant asOf) {

        /** The same as of an effective instant. */
        public Selection at(Instant effective) {
            return new Selection(dataset, organisation, country, admin1, effective);
        }
    }

    /** Adds up in the database. */
    public interface Adding {

        /** The groups in the order of their keys, and behind them the total. */
        Uni<List<FieldworkSum>> add(Caller caller, FieldworkGrouping by, Selection selection);
    }

    private final Adding adding;

    public FieldworkSums(Adding adding) {
        this.adding = adding;
    }

    /** Counts what the caller may see. */
    public Uni<Counted> count(Caller caller, FieldworkGrouping by, Selection selection) {
        boolean everybody = !caller.readsAll() && caller.organisation() == null;
        if (everybody && by == FieldworkGrouping.FAMILY) {
            throw Failure.of(CommonFailure.FORBIDDEN, "Families are told apart for the registry's staff and the organisation "
                    + "that interviewed them.");
        }
        return adding.add(caller, by, selection).map(sums -> {
            List<FieldworkSum> groups = sums.subList(0, sums.size() - 1);
            FieldworkSum total = sums.get(sums.size() - 1);
            return everybody
                    ? new Counted(groups.stream().map(FieldworkSum::forEverybody).filter(Objects::nonNull).toList(),
                            total.forEverybody(), FieldworkSum.LEAST_SHOWN)
                    : new Counted(groups, total, null);
        });
    }
}
