package org.harmregistry.incidents.incident.domain;

import java.util.Objects;

import org.harmregistry.kit.problem.Failure;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What the registry itself holds of an incident beside its content. Each of these carries weight, so each comes from an act of
 * its own with a reason, and is then no longer changed by a correction of the content.
 *
 * @param grading how well the harm is established; {@code null} while ungraded
 * @param strikeStatus the strike status that analysts gave; {@code null} while it is as recorded
 * @param countBasis on what the numbers rest; {@code null} while they are as recorded
 * @param lineage from which records it came, and into which it went
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RegisteredFacts(Grading grading, StrikeStatus strikeStatus, CountBasis countBasis, Lineage lineage) {

    public static final RegisteredFacts NONE = new RegisteredFacts(null, null, null, Lineage.NONE);

    public RegisteredFacts {
        lineage = lineage == null ? Lineage.NONE : lineage;
    }

    public RegisteredFacts withGrading(Grading value) {
        return new RegisteredFacts(value, strikeStatus, countBasis, lineage);
    }

    public RegisteredFacts withStrikeStatus(StrikeStatus value) {
        return new RegisteredFacts(grading, value, countBasis, lineage);
    }

    public RegisteredFacts withCountBasis(CountBasis value) {
        return new RegisteredFacts(grading, strikeStatus, value, lineage);
    }

    public RegisteredFacts withLineage(Lineage value) {
        return new RegisteredFacts(grading, strikeStatus, countBasis, value);
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
