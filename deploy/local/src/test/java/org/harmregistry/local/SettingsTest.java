package org.harmregistry.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

import org.harmregistry.local.postgres.ServerAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @TempDir
    Path home;

    @Test
    void keepsStateBelowTheProjectUnlessToldOtherwise() {
        Settings settings = Settings.of(Path.of("/project"), Map.of());

        assertThat(settings.home()).isEqualTo(Path.of("/project/.registry"));
        assertThat(settings.gatewayPort()).isEqualTo(8080);
        assertThat(Settings.of(Path.of("/project"), Map.of("REGISTRY_HOME", "/elsewhere")).home())
                .isEqualTo(Path.of("/elsewhere"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "0", "65536", "eighty", "80.5" })
    void refusesPortsThatAreNone(String port) {
        assertThatThrownBy(() -> Settings.of(Path.of("."), Map.of("GATEWAY_PORT", port))).isInstanceOf(Fault.class)
                .hasMessageContaining("GATEWAY_PORT");
    }

    @Test
    void readsServerAddressesWithEncodedPasswords() {
        ServerAddress server = ServerAddress.parse("postgresql://me:p%40ss+word@db.example:6000/postgres");

        assertThat(server).isEqualTo(new ServerAddress("db.example", 6000, "me", "p@ss+word", "postgres"));
        assertThat(server.toString()).doesNotContain("p@ss");
        assertThat(ServerAddress.parse("postgres://me:x@h").port()).isEqualTo(5432);
    }

    @ParameterizedTest
    @ValueSource(strings = { "mysql://me:x@h/db", "postgresql://h/db", "postgresql://me@h/db", "nonsense" })
    void refusesServerAddressesThatAreNotUnderstood(String url) {
        assertThatThrownBy(() -> ServerAddress.parse(url)).isInstanceOf(Fault.class).hasMessageContaining("POSTGRES_URL");
    }

    @ParameterizedTest
    @CsvSource({ "mongodb://h,mongodb://h/?serverSelectionTimeoutMS=2000",
            "mongodb://h/?tls=true,mongodb://h/?tls=true&serverSel",
            "mongodb://h/?serverSelectionTimeoutMS=9,mongodb://h/?serverSelectionTimeoutMS=9" })
    void givesNoArchiveAddressWithoutTimeouts(String given, String begin) {
        assertThat(MongoUrl.withTimeouts(given)).startsWith(begin);
    }

    @Test
    void looksForTheFirstServerOfAnArchiveAddress() {
        assertThat(MongoUrl.endpoint("mongodb://u:p@a:1,b:2/x?tls=false")).isEqualTo(Endpoint.of("a", 1));
        assertThat(MongoUrl.endpoint("mongodb://a/").port()).isEqualTo(27_017);
        assertThatThrownBy(() -> MongoUrl.endpoint("mongodb+srv://a/")).isInstanceOf(Fault.class);
    }

    @Test
    void keepsPortsSecretsAndTheirPrivacy() throws Exception {
        StateFolder state = StateFolder.open(home);
        String password = new Secrets(state).get("incidents_owner");
        int port = new Ports(state).get("issuer", taken -> false);

        assertThat(new Secrets(state).get("incidents_owner")).isEqualTo(password).hasSizeGreaterThan(32);
        assertThat(new Secrets(state).get("incidents_service")).isNotEqualTo(password);
        assertThat(new Ports(state).get("issuer", taken -> false)).isEqualTo(port);
        for (Path file : List.of(state.keys().resolve("secrets.properties"), state.run().resolve("ports.properties"))) {
            assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void refusesToBeginOnANearlyFullDisk() {
        assertThatThrownBy(() -> StateFolder.open(home).requireFree(Integer.MAX_VALUE)).isInstanceOf(Fault.class)
                .hasMessageContaining("MIN_FREE_MIB");
    }

    @Test
    void letsOneCommandAtATimeWork() {
        StateFolder state = StateFolder.open(home);

        // Within one JVM the second attempt is refused by the JVM, between two by the other's lock.
        assertThatThrownBy(() -> Lock.during(state, () -> Lock.during(state, () -> {
        }))).isInstanceOf(RuntimeException.class);
        assertThat(state.run().resolve("lock")).exists();
    }
}
