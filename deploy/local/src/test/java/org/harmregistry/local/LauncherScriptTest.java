package org.harmregistry.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

import org.harmregistry.local.process.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell scripts on a project that is not built, with other tools than ours. */
class LauncherScriptTest {

    private static final Path DEPLOY = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    Path project;

    @BeforeEach
    void copyScripts() throws IOException {
        Files.createDirectories(project.resolve("deploy/local"));
        for (String script : List.of("up", "status", "local/launcher.sh")) {
            Files.copy(DEPLOY.resolve(script), project.resolve("deploy").resolve(script));
        }
    }

    @Test
    void saysThatJavaIsTooOld() throws IOException {
        tool("jdk/bin/java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");

        Run run = run("up", Map.of("JAVA_HOME", project.resolve("jdk").toString()));

        assertOneLine(run, "Java 11.0.2 is too old. Install a JDK of version 17");
    }

    @Test
    void saysThatJavaOfTheOldNumberingIsTooOld() throws IOException {
        tool("jdk/bin/java", "echo 'java version \"1.8.0_202\"' >&2");

        assertOneLine(run("up", Map.of("JAVA_HOME", project.resolve("jdk").toString())), "Java 1.8.0_202 is too old");
    }

    @Test
    void saysThatThereIsNoJava() {
        assertOneLine(run("status", Map.of("JAVA_HOME", project.resolve("nothing").toString())), "No Java was found");
    }

    @Test
    void saysWhatBrokeTheBuild() throws IOException {
        tool("jdk/bin/java", "echo 'openjdk version \"17.0.1\"' >&2");
        tool("jdk/bin/javac", "");
        tool("bin/mvn", "echo '[INFO] Building Service kit 0.1.0 [2/6]'; sleep 1.5; "
                + "echo '[ERROR] COMPILATION ERROR :'; echo '[ERROR] Party.java:[3,1] not a statement'; exit 1");

        Run run = run("up", Map.of("JAVA_HOME", project.resolve("jdk").toString(), "PATH",
                project.resolve("bin") + ":" + System.getenv("PATH")));

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.output()).contains("building Service kit [2/6]")
                .contains("deploy/up: The build failed: Party.java:[3,1] not a statement");
    }

    private void assertOneLine(Run run, String text) {
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.output().lines()).hasSize(1).first().asString().contains(text);
    }

    private Run run(String script, Map<String, String> environment) {
        return Run.of(List.of(project.resolve("deploy").resolve(script).toString()), environment);
    }

    private void tool(String path, String script) throws IOException {
        Path file = project.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
