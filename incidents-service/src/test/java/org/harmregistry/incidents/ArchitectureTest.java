package org.harmregistry.incidents;

import org.harmregistry.kit.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theServiceKeepsTheRulesOfTheHouse() {
        ArchitectureRules.check("org.harmregistry.incidents");
    }
}
