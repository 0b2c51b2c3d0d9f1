package org.harmregistry.acceptance.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    /** Reports are made of incidents: it is their register that is filled, and their service that fills it. */
    @Test
    void measuresReportsOverARegisterOfIncidents() {
        Options options = Options.of(Path.of("/project"), "--service", "reports");
        assertThat(options.services()).singleElement().isInstanceOf(MeasuredReports.class);
        assertThat(options.services().get(0).name()).isEqualTo("incidents");
        assertThat(options.services().get(0).needsArchive()).isTrue();
        assertThat(options.services().get(0).measuresImports()).isFalse();
    }

    private static final Path PROJECT = Path.of("/project");

    @Test
    void bothServicesAreMeasuredUnlessOneIsChosen() {
        assertThat(Options.of(PROJECT).services()).extracting(MeasuredService::name).containsExactly("incidents", "sources");
        assertThat(Options.of(PROJECT, "--service", "sources").services()).extracting(MeasuredService::name)
                .containsExactly("sources");
    }

    @Test
    void whatIsWantedIsReadFromTheCommandLine() {
        Options options = Options.of(PROJECT, "--rows", "2000,100", "--only", "read,upload", "--attachments", "6",
                "--attachments-mib", "1024");

        assertThat(options.rows()).containsExactly(100, 2_000);
        assertThat(options.wants("read")).isTrue();
        assertThat(options.wants("page")).isFalse();
        assertThat(options.attachments()).isEqualTo(6);
        assertThat(options.attachmentsMib()).isEqualTo(1_024);
    }

    @Test
    void sixtyFourMebibytesInEightFilesAreSentByItself() {
        assertThat(Options.of(PROJECT).attachments()).isEqualTo(8);
        assertThat(Options.of(PROJECT).attachmentsMib()).isEqualTo(64);
    }

    @ParameterizedTest
    @ValueSource(strings = { "--service gateway", "--rows 0", "--rows 1e6", "--rounds", "--attachments-mib 1601", "--speed 1",
            "--attachments 65", "--attachments 8 --attachments-mib 7" })
    void whatIsNotUnderstoodIsSaid(String line) {
        assertThatThrownBy(() -> Options.of(PROJECT, line.split(" "))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Options.USAGE);
    }
}
