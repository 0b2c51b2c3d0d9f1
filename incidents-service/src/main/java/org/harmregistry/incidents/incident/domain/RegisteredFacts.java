package org.harmregistry.incidents.incident.domain;

import java.util.Objects;

import org.harmregistry.kit.problem.Failure;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What the registry itself holds of an incident beside its content. Each of these carries weight, so each comes from an act of
 * its own with a reason, and is then no longer changed by a correction of the content.
 *
 * @param grading how well the harm is established; {@code null} while ungraded
 * @param gradingAsPublished how the data set that the record came from graded it; it stands until analysts have graded
 * @param strikeStatus the strike status that analysts gave; {@code null} while it is as recorded
 * @param countBasis on what the numbers rest; {@code null} while they are as recorded
 * @param lineage from which records it came, and into which it went
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RegisteredFacts(Grading grading, Grading gradingAsPublished, StrikeStatus strikeStatus, CountBasis countBasis,
        Lineage lineage) {

    public static final RegisteredFacts NONE = new RegisteredFacts(null, null, null, null, Lineage.NONE);

    public RegisteredFacts {
        lineage = lineage == null ? Lineage.NONE : lineage;
    }

    public RegisteredFacts withGrading(Grading value) {
        return new RegisteredFacts(value, gradingAsPublished, strikeStatus, countBasis, lineage);
    }

    public RegisteredFacts withGradingAsPublished(Grading value) {
        return new RegisteredFacts(grading, value, strikeStatus, countBasis, lineage);
    }

    /** The grading that readers are shown and that is counted: the registry's own, or else the data set's. */
    public Grading shownGrading() {
        return grading == null ? gradingAsPublished : grading;
    }

    public RegisteredFacts withStrikeStatus(StrikeStatus value) {
        return new RegisteredFacts(grading, gradingAsPublished, value, countBasis, lineage);
    }

    public RegisteredFacts withCountBasis(CountBasis value) {
        return new RegisteredFacts(grading, gradingAsPublished, strikeStatus, value, lineage);
    }

    public RegisteredFacts withLineage(Lineage value) {
        return new RegisteredFacts(grading, gradingAsPublished, strikeStatus, countBasis, value);
    }

    /** @throws Failure 422 {@code reasoned_field} if a correction changes what an act with a reason has settled */
    public void requireUntouched(IncidentContent before, IncidentContent after) {
        if (countBasis != null) {
            requireSame(before.killed(), after.killed(), "/harm/killed", "counts");
            requireSame(before.injured(), after.injured(), "/harm/injured", "counts");
        }
        if (strikeStatus != null) {
            requireSame(before.strikeStatus(), after.strikeStatus(), "/strike/status", "strikeStatuses");
        }
    }

    private static void requireSame(Object before, Object after, String pointer, String resource) {
        if (!Objects.equals(before, after)) {
            throw Failure.at(IncidentFailure.REASONED_FIELD, pointer,
                    "This is changed with a reason: POST to the incident's " + resource + ".");
        }
    }
}
