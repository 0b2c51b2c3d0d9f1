package org.harmregistry.incidents.allegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;

import org.harmregistry.incidents.allegation.domain.AllegationState;
import org.harmregistry.incidents.incident.domain.IncidentFilterReading;
import org.junit.jupiter.api.Test;

/** Incidents are filtered by states of allegations, whose feature builds on theirs: the terms are written twice. */
class AssessmentTermsTest {

    @Test
    void incidentsAreAskedForByTheStatesThatAllegationsHave() {
        assertThat(IncidentFilterReading.ASSESSMENTS).containsExactlyInAnyOrderElementsOf(
                EnumSet.complementOf(EnumSet.of(AllegationState.WITHDRAWN)).stream().map(AllegationState::term).toList());
    }
}
