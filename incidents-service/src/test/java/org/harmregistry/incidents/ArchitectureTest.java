package org.harmregistry.incidents;

import org.harmregistry.kit.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void keepsToTheRules() {
        ArchitectureRules.check("org.harmregistry.incidents");
    }
}
