package org.harmregistry.sources;

import org.harmregistry.kit.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theRulesHold() {
        ArchitectureRules.check("org.harmregistry.sources");
    }
}
