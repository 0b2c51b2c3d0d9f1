package org.harmregistry.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.harmregistry.local.process.ProcessIdentity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

class StatusTest {

    @TempDir
    Path home;

    private Settings settings;

    @BeforeEach
    void settings() {
        settings = Settings.of(Path.of("."), Map.of("REGISTRY_HOME", home.toString(), "GATEWAY_PORT", "9000"));
    }

    @Test
    void namesEveryPartBeforeAnyWasStarted() throws Exception {
        JsonNode document = new ObjectMapper().readTree(new Status(settings).json());

        assertThat(names(document)).containsExactly("postgresql", "mongodb", "issuer", "incidents-service", "sources-service",
                "reports-service", "gateway");
        assertThat(document.get("gateway").asText()).isEqualTo("http://127.0.0.1:9000");
        assertThat(document.get("parts")).allSatisfy(part -> {
            assertThat(fields(part)).containsExactly("name", "pid", "port", "ready", "rssMiB");
            assertThat(part.get("pid").isNull()).isTrue();
            assertThat(part.get("ready").asBoolean()).isFalse();
        });
    }

    @Test
    void showsALivingProcessThatDoesNotAnswerAsNotReady() throws Exception {
        ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow();
        StateFolder state = StateFolder.open(home);
        new PartRecord(Endpoint.local(Ports.anyFree()), self, "x").write(state, PartName.ISSUER);
        new PartRecord(Endpoint.of("127.0.0.1", Ports.anyFree()), null, "x").write(state, PartName.MONGODB);

        JsonNode parts = new ObjectMapper().readTree(new Status(settings).json()).get("parts");

        assertThat(parts.get(2).get("pid").asLong()).isEqualTo(self.pid());
        assertThat(parts.get(2).get("ready").asBoolean()).isFalse();
        assertThat(parts.get(2).get("rssMiB").asLong()).isBetween(20L, 4000L);
        assertThat(parts.get(1).get("pid").isNull()).isTrue();
        assertThat(new Status(settings).table()).contains("issuer").contains("not ready");
    }

    @Test
    void takesAReusedProcessNumberForNoPartOfOurs() {
        long pid = ProcessHandle.current().pid();
        PartRecord record = new PartRecord(Endpoint.local(1), new ProcessIdentity(pid, "another boot/1"), "x");
        record.write(StateFolder.open(home), PartName.ISSUER);

        assertThat(PartRecord.read(StateFolder.open(home), PartName.ISSUER)).contains(record);
        assertThat(record.runs()).isFalse();
        assertThat(StopOfPart.stop(PartName.ISSUER, record)).isTrue();
    }

    private static List<String> names(JsonNode document) {
        return document.get("parts").findValuesAsText("name");
    }

    private static List<String> fields(JsonNode part) {
        List<String> fields = new ArrayList<>();
        part.fieldNames().forEachRemaining(fields::add);
        return fields;
    }
}
