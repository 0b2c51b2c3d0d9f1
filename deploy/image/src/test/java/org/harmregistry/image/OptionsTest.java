package org.harmregistry.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    private static final Path PROJECT = Path.of("/project");

    @Test
    void withoutAWordAllServicesAreMadeUponThisMachinesJava() {
        Options options = Options.of(PROJECT);

        assertThat(options.services()).containsExactly("incidents-service", "sources-service", "reports-service");
        assertThat(options.base()).isEmpty();
        assertThat(options.out()).isEqualTo(Path.of("/project/target/images"));
    }

    @Test
    void aBaseNamedByDigestIsTaken() {
        String base = "docker.io/library/eclipse-temurin@sha256:" + "0a".repeat(32);

        assertThat(Options.of(PROJECT, "--base", base, "reports-service").base()).contains(base);
    }

    @ParameterizedTest
    @ValueSource(strings = { "--base eclipse-temurin:25-jre", "--base eclipse-temurin", "--base", "gateway", "--help" })
    void whatIsNotUnderstoodIsRefusedInOneLine(String words) {
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> Options.of(PROJECT, words.split(" ")))
                .withMessageNotContaining("\n").withMessageContaining("Write deploy/images");
    }
}
