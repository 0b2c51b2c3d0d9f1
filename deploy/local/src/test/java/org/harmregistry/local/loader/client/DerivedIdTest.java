package org.harmregistry.local.loader.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DerivedIdTest {

    /** The expected id is SHA-256 of "tally\n2018-06" with version 8 and variant 2 set, made with another program. */
    @Test
    void followsFromKindAndKey() {
        assertThat(DerivedId.of("tally", "2018-06")).hasToString("b3f4f404-b094-8c27-90d6-42d4f2af9093");
        assertThat(DerivedId.of("tally", "2018-06").version()).isEqualTo(8);
        assertThat(DerivedId.of("tally", "2018-06").variant()).isEqualTo(2);
    }

    @Test
    void differsByKindAndByKey() {
        assertThat(DerivedId.of("demand", "2018-06")).isNotEqualTo(DerivedId.of("tally", "2018-06"));
        assertThat(DerivedId.of("tally", "2018-07")).isNotEqualTo(DerivedId.of("tally", "2018-06"));
    }
}
