package org.harmregistry.incidents.tally;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A sum that a tally must fulfil by its own terms. A party counts reopened allegations within those open at the end, so
 * they are no term of their own.
 */
@Schema(name = "TallyIdentity", description = "A sum that a party's tally should fulfil by its own terms, worked out by the registry")
public record Identity(
        @Schema(description = "open or closed") String name,
        @Schema(description = "The sum in the names of the fields") String formula,
        @Schema(description = "Whether both sides are equal; absent if a number is missing") Boolean holds,
        @Schema(description = "The left side; absent if a number is missing") Integer left,
        @Schema(description = "The right side; absent if unknown") Integer right) {

    static final String OPEN = "carriedOver + newReports - completed = openAtEnd (reopened is part of openAtEnd, not a term)";
    static final String CLOSED = "credible + nonCredible + duplicate = completed (a report that names no duplicates has none if the "
            + "sum holds without)";

    /** Both identities of a tally, also where numbers are missing. */
    public static List<Identity> of(Tally tally) {
        Integer open = sum(tally.carriedOver(), tally.newReports(), negative(tally.completed()));
        Integer closed = closed(tally);
        return List.of(of("open", OPEN, open, tally.openAtEnd()), of("closed", CLOSED, closed, tally.completed()));
    }

    /** Most reports name duplicates only where there are any; what is then missing from the sum may be just these. */
    private static Integer closed(Tally tally) {
        if (tally.duplicate() != null) {
            return sum(tally.credible(), tally.nonCredible(), tally.duplicate());
        }
        Integer named = sum(tally.credible(), tally.nonCredible());
        return named == null || tally.completed() == null || named < tally.completed() ? null : named;
    }

    private static Identity of(String name, String formula, Integer left, Integer right) {
        return new Identity(name, formula, left == null || right == null ? null : left.equals(right), left, right);
    }

    private static Integer negative(Integer number) {
        return number == null ? null : -number;
    }

    private static Integer sum(Integer... terms) {
        int sum = 0;
        for (Integer term : terms) {
            if (term == null) {
                return null;
            }
            sum += term;
        }
        return sum;
    }
}
