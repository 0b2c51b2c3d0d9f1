package org.harmregistry.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no bundle is refused in words; nothing steers the terminal or fills the memory. */
class HostileInputTest {

    @TempDir
    Path folder;

    @Test
    void saysThatThereIsNothingToCheck() {
        for (String[] words : new String[][] { {}, { "--key" }, { "a.zip", "b.zip" }, { "--help" },
                { folder + "/none.zip" } }) {
            assertThat(run(words)).startsWith("2 ").contains("usage:");
        }
    }

    @Test
    void refusesWhatIsNoBundle() throws IOException {
        for (byte[] content : List.of(new byte[0], "no zip".getBytes(StandardCharsets.UTF_8), compressed(new byte[1 << 20]),
                "PK\u0003\u0004".getBytes(StandardCharsets.ISO_8859_1))) {
            Path file = folder.resolve("bundle.zip");
            Files.write(file, content);
            assertThat(run(file.toString())).startsWith("1 ").contains("FAILS").doesNotContain("holds   ");
        }
    }

    @Test
    void readsJsonStrictly() throws NotSoundException {
        assertThat(Json.text(Json.object(bytes("{\"a\": \"\\u0041\\n\", \"b\": [1, -2.5e3, true, null, {}]}"), "it"), "a"))
                .isEqualTo("A\n");
        for (String wrong : List.of("", "[]", "{", "{\"a\":1,\"a\":2}", "{\"a\":01}", "{\"a\":1}x", "{\"a\":\"\n\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\" 1}", "{\"a\":tru}", "{\"a\":\"\\u12g4\"}", "{a:1}", "{\"a\":1,}",
                "{\"a\":".repeat(70) + "1" + "}".repeat(70))) {
            assertThatThrownBy(() -> Json.object(bytes(wrong), "it")).as(wrong).isInstanceOf(NotSoundException.class);
        }
        assertThatThrownBy(() -> Json.object(new byte[] { '{', (byte) 0xff, '}' }, "it")).isInstanceOf(NotSoundException.class);
    }

    @Test
    void printsNothingThatSteersATerminal() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        new Report(new PrintStream(text, true, StandardCharsets.UTF_8)).say("a\u001b[2J\u202Eb\rc");
        assertThat(text.toString(StandardCharsets.UTF_8).strip()).isEqualTo("a?[2J?b?c");
    }

    private static byte[] compressed(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("edition.json"));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String run(String... words) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int code = Verifier.run(new PrintStream(text, true, StandardCharsets.UTF_8), words);
        return code + " " + text.toString(StandardCharsets.UTF_8);
    }
}
