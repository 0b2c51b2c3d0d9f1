package org.harmregistry.reports;

import org.harmregistry.kit.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

/** The rules of the whole suite, on this service. */
class ArchitectureTest {

    @Test
    void keepsToTheRules() {
        ArchitectureRules.check("org.harmregistry.reports");
    }
}
